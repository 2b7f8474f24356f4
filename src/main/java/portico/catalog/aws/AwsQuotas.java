package portico.catalog.aws;

import static portico.catalog.aws.AwsService.ELB;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import portico.catalog.Quota;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** Elastic Load Balancing's quotas and what is used of those that hold for the whole region. */
final class AwsQuotas {
  private static final String LOAD_BALANCERS = "application-load-balancers";
  private static final String TARGET_GROUPS = "target-groups";

  private final AwsClients clients;

  AwsQuotas(AwsClients clients) {
    this.clients = clients;
  }

  List<Quota> all(AwsCall call) {
    int loadBalancers = loadBalancers(call);
    int targetGroups = targetGroups(call);
    return call.of(ELB, "DescribeAccountLimits", this::limits).stream()
        .filter(limit -> limit.max() != null && limit.max().matches("\\d{1,9}"))
        .map(
            limit ->
                new Quota(
                    limit.name(),
                    Integer.parseInt(limit.max()),
                    switch (limit.name()) {
                      case LOAD_BALANCERS -> OptionalInt.of(loadBalancers);
                      case TARGET_GROUPS -> OptionalInt.of(targetGroups);
                      default -> OptionalInt.empty();
                    }))
        .sorted(Comparator.comparing(Quota::name))
        .toList();
  }

  private List<Limit> limits() {
    return clients.elb().describeAccountLimitsPaginator(request -> {}).stream()
        .flatMap(page -> page.limits().stream())
        .toList();
  }

  private int loadBalancers(AwsCall call) {
    return call.of(
        ELB,
        "DescribeLoadBalancers",
        () ->
            (int)
                clients.elb().describeLoadBalancersPaginator(request -> {}).loadBalancers().stream()
                    .filter(each -> each.type() == LoadBalancerTypeEnum.APPLICATION)
                    .count());
  }

  private int targetGroups(AwsCall call) {
    return call.of(
        ELB,
        "DescribeTargetGroups",
        () ->
            (int)
                clients.elb().describeTargetGroupsPaginator(request -> {}).targetGroups().stream()
                    .count());
  }
}
