package portico.practice.provider;

import java.util.Map;
import java.util.TreeMap;
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
                      changes.entrySet().stream()
                          .map(
                              each ->
                                  LoadBalancerAttribute.builder()
                                      .key(each.getKey())
                                      .value(each.getValue())
                                      .build())
                          .toList()));
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
                      changes.entrySet().stream()
                          .map(
                              each ->
                                  TargetGroupAttribute.builder()
                                      .key(each.getKey())
                                      .value(each.getValue())
                                      .build())
                          .toList()));
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
                      changes.entrySet().stream()
                          .map(
                              each ->
                                  ListenerAttribute.builder()
                                      .key(each.getKey())
                                      .value(each.getValue())
                                      .build())
                          .toList()));
    }
  };

  private final String operation;

  ElbAttributes(String operation) {
    this.operation = operation;
  }

  abstract void fill(Map<String, String> read, String arn, ElasticLoadBalancingV2Client elb);

  abstract void send(Map<String, String> changes, String arn, ElasticLoadBalancingV2Client elb);

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

  /** Changes these; nothing is sent when there are none. */
  void modify(Map<String, String> changes, String arn, Call call) {
    if (!changes.isEmpty()) {
      CallFailed.run("Modify" + operation, () -> send(changes, arn, call.elb()));
    }
  }
}
