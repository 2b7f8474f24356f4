package portico.practice.provider;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** AWS's calls for attributes, which are the same for three kinds of things but for their names. */
enum ElbAttributes {
  LOAD_BALANCER("LoadBalancerAttributes") {
    @Override
    void fill(Map<String, String> read, String arn, ElasticLoadBalancingV2Client elb) {
      elb.describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn))
          .attributes()
          .forEach(attribute -> read.put(attribute.key(), attribute.value()));
    }

    @Override
    void send(Map<String, String> changes, String arn, ElasticLoadBalancingV2Client elb) {
      elb.modifyLoadBalancerAttributes(
          request ->
              request
                  .loadBalancerArn(arn)
                  .attributes(
                      pairs(
                          changes,
                          (key, value) ->
                              LoadBalancerAttribute.builder().key(key).value(value).build())));
    }
  },
  TARGET_GROUP("TargetGroupAttributes") {
    @Override
    void fill(Map<String, String> read, String arn, ElasticLoadBalancingV2Client elb) {
      elb.describeTargetGroupAttributes(request -> request.targetGroupArn(arn))
          .attributes()
          .forEach(attribute -> read.put(attribute.key(), attribute.value()));
    }

    @Override
    void send(Map<String, String> changes, String arn, ElasticLoadBalancingV2Client elb) {
      elb.modifyTargetGroupAttributes(
          request ->
              request
                  .targetGroupArn(arn)
                  .attributes(
                      pairs(
                          changes,
                          (key, value) ->
                              TargetGroupAttribute.builder().key(key).value(value).build())));
    }
  },
  LISTENER("ListenerAttributes") {
    @Override
    void fill(Map<String, String> read, String arn, ElasticLoadBalancingV2Client elb) {
      elb.describeListenerAttributes(request -> request.listenerArn(arn))
          .attributes()
          .forEach(attribute -> read.put(attribute.key(), attribute.value()));
    }

    @Override
    void send(Map<String, String> changes, String arn, ElasticLoadBalancingV2Client elb) {
      elb.modifyListenerAttributes(
          request ->
              request
                  .listenerArn(arn)
                  .attributes(
                      pairs(
                          changes,
                          (key, value) ->
                              ListenerAttribute.builder().key(key).value(value).build())));
    }
  };

  private final String operation;

  ElbAttributes(String operation) {
    this.operation = operation;
  }

  abstract void fill(Map<String, String> read, String arn, ElasticLoadBalancingV2Client elb);

  abstract void send(Map<String, String> changes, String arn, ElasticLoadBalancingV2Client elb);

  private static <T> List<T> pairs(
      Map<String, String> changes, BiFunction<String, String, T> pair) {
    return changes.entrySet().stream()
        .map(each -> pair.apply(each.getKey(), each.getValue()))
        .toList();
  }

  /** Sends what differs from the inputs. */
  void converge(Attributes table, Schema schema, String arn, PropertyMap inputs, Call call) {
    modify(table.changes(schema, inputs, read(arn, call)), arn, call);
  }

  /** All attributes by key. */
  Map<String, String> read(String arn, Call call) {
    return CallFailed.call(
        "Describe" + operation,
        () -> {
          Map<String, String> read = new TreeMap<>();
          fill(read, arn, call.elb());
          return read;
        });
  }

  private void modify(Map<String, String> changes, String arn, Call call) {
    if (!changes.isEmpty()) {
      CallFailed.run("Modify" + operation, () -> send(changes, arn, call.elb()));
    }
  }
}
