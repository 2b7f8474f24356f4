package portico.practice.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/**
 * One create, read, update or delete that the engine asked for.
 *
 * @param urn the resource's name in the engine
 * @param customTimeout the program's own limit for this operation
 */
record Call(
    String urn,
    ProviderClients clients,
    ProviderTiming timing,
    Cancellation cancellation,
    Adoptions adoptions,
    Optional<Duration> customTimeout) {

  Ec2Client ec2() {
    return clients.ec2();
  }

  ElasticLoadBalancingV2Client elb() {
    return clients.elb();
  }

  LambdaClient lambda() {
    return clients.lambda();
  }

  Wafv2Client waf() {
    return clients.waf();
  }

  Route53Client dns() {
    return clients.dns();
  }

  S3Channel s3() {
    return clients.s3();
  }

  Patience patience() {
    return new Patience(timing, cancellation);
  }

  /**
   * Looks until AWS knows something just made, or known to stand.
   *
   * @param what names it, such as {@code the listener arn:...}
   */
  <T> T awaitFound(String what, Supplier<Optional<T>> find) {
    return patience()
        .until(what + " to be found", timing.visibilityLimit(), find, () -> "AWS does not know it");
  }

  Duration limit(Duration usual) {
    return customTimeout.orElse(usual);
  }

  /**
   * Checks that something that stands under the wanted name may be taken over, and remembers it.
   *
   * @param what names it, such as {@code load balancer demo}
   */
  void adopt(String what, String id, boolean owned) {
    if (!owned) {
      throw new Refusal(
          Refusal.Why.CONFLICT,
          what + " already exists and was not made by this environment (" + id + ")");
    }
    adoptions.adopted(id);
  }
}
