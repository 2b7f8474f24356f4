package portico.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import portico.practice.aws.SimulatedAws;
import portico.practice.aws.SimulationSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/**
 * What a call of the simulated AWS costs, small and at size: 20 target groups with 1,000 targets
 * and 100 rules behind one load balancer. Times are of whole calls as the AWS SDK makes them.
 */
public final class SimulationSizeBenchmark {
  private static final int GROUPS = 20;
  private static final int TARGETS_PER_GROUP = 50;
  private static final int RULES = 100;
  private static final int WARM_UP = 60;

  private final Ec2Client ec2;
  private final ElasticLoadBalancingV2Client elb;
  private final List<String> groups = new ArrayList<>();

  private SimulationSizeBenchmark(Ec2Client ec2, ElasticLoadBalancingV2Client elb) {
    this.ec2 = ec2;
    this.elb = elb;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("portico-size-benchmark");
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("practice", "practice"));
    SimulationSettings settings =
        SimulationSettings.defaults().withProvisioning(Duration.ofMillis(1));
    try (SimulatedAws aws = SimulatedAws.start(folder, settings);
        var http = ApacheHttpClient.create();
        Ec2Client ec2 =
            Ec2Client.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.US_WEST_2)
                .httpClient(http)
                .credentialsProvider(credentials)
                .build();
        ElasticLoadBalancingV2Client elb =
            ElasticLoadBalancingV2Client.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.US_WEST_2)
                .httpClient(http)
                .credentialsProvider(credentials)
                .build()) {
      new SimulationSizeBenchmark(ec2, elb).run();
      System.out.printf("state file: %d KB%n", Files.size(folder.resolve("state.json")) / 1024);
    }
  }

  private void run() {
    String vpc = ec2.describeVpcs(r -> r.filters(named("ml-platform"))).vpcs().getFirst().vpcId();
    List<String> subnets =
        ec2.describeSubnets(r -> r.filters(named("ml-platform-public-?"))).subnets().stream()
            .map(Subnet::subnetId)
            .limit(2)
            .toList();
    String balancer =
        elb.createLoadBalancer(r -> r.name("size").subnets(subnets))
            .loadBalancers()
            .getFirst()
            .loadBalancerArn();
    groups.add(group(vpc, 0));
    String listener =
        elb.createListener(
                r ->
                    r.loadBalancerArn(balancer)
                        .protocol("HTTP")
                        .port(80)
                        .defaultActions(forward(groups.getFirst())))
            .listeners()
            .getFirst()
            .listenerArn();
    IntStream.range(0, WARM_UP).forEach(this::attribute);
    IntStream.range(0, WARM_UP).forEach(_ -> elb.describeLoadBalancers());
    time("small: describe load balancers", 100, _ -> elb.describeLoadBalancers());
    time("small: modify attributes", 100, this::attribute);
    time("create target groups", GROUPS - 1, i -> groups.add(group(vpc, i + 1)));
    time("create rules", RULES, i -> rule(listener, i));
    time("register 50 targets", GROUPS, this::register);
    time("large: describe load balancers", 100, _ -> elb.describeLoadBalancers());
    time("large: describe target groups", 50, _ -> elb.describeTargetGroups());
    time("large: describe rules", 50, _ -> elb.describeRules(r -> r.listenerArn(listener)));
    time(
        "large: describe health of 50",
        50,
        i -> elb.describeTargetHealth(r -> r.targetGroupArn(group(i))));
    time("large: modify attributes", 100, this::attribute);
  }

  private String group(int i) {
    return groups.get(i % groups.size());
  }

  private interface Work {
    void run(int i);
  }

  private static void time(String what, int times, Work work) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.run(i);
    }
    double each = (System.nanoTime() - start) / 1e6 / times;
    System.out.printf("%-34s %8.2f ms a call (%d calls)%n", what, each, times);
  }

  private static Filter named(String name) {
    return Filter.builder().name("tag:Name").values(name).build();
  }

  private String group(String vpc, int i) {
    return elb.createTargetGroup(
            r -> r.name("size-" + i).protocol("HTTP").port(8000).targetType("ip").vpcId(vpc))
        .targetGroups()
        .getFirst()
        .targetGroupArn();
  }

  private void rule(String listener, int i) {
    elb.createRule(
        r ->
            r.listenerArn(listener)
                .priority(i + 1)
                .conditions(
                    RuleCondition.builder()
                        .field("path-pattern")
                        .values("/model-" + i + "/*")
                        .build())
                .actions(forward(group(i))));
  }

  private static Action forward(String group) {
    return Action.builder().type("forward").targetGroupArn(group).build();
  }

  private void register(int i) {
    List<TargetDescription> targets =
        IntStream.range(0, TARGETS_PER_GROUP)
            .mapToObj(n -> "10.20.%d.%d".formatted(100 + i, n + 1))
            .map(address -> TargetDescription.builder().id(address).build())
            .toList();
    elb.registerTargets(r -> r.targetGroupArn(groups.get(i)).targets(targets));
  }

  private void attribute(int i) {
    elb.modifyTargetGroupAttributes(
        r ->
            r.targetGroupArn(groups.getFirst())
                .attributes(
                    TargetGroupAttribute.builder()
                        .key("deregistration_delay.timeout_seconds")
                        .value(String.valueOf(i % 100))
                        .build()));
  }
}
