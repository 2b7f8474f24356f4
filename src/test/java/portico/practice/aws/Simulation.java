package portico.practice.aws;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.sts.StsClient;

/** A simulated AWS with a clock that a test moves, and the AWS SDK's clients pointed at it. */
final class Simulation implements AutoCloseable {
  static final Duration PROVISIONING = Duration.ofSeconds(4);
  static final Duration DELETION = Duration.ofSeconds(1);

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  final Faults faults = Faults.none();
  final SimulatedAws aws;
  final Ec2Client ec2;
  final ElasticLoadBalancingV2Client elb;
  final StsClient sts;
  final AcmClient acm;
  final Route53Client route53;

  private final SdkHttpClient http = ApacheHttpClient.create();

  Simulation(Path folder) {
    this(folder, Region.US_WEST_2);
  }

  Simulation(Path folder, Region region) {
    this(folder, region, UnaryOperator.identity());
  }

  /** With settings made from the usual ones. */
  Simulation(Path folder, Region region, UnaryOperator<SimulationSettings> otherwise) {
    SimulationSettings settings =
        otherwise.apply(
            SimulationSettings.defaults()
                .withClock(clock)
                .withProvisioning(PROVISIONING)
                .withDeletion(DELETION)
                .withFaults(faults));
    try {
      aws = SimulatedAws.start(folder, settings);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    ec2 = client(Ec2Client::builder, region);
    elb = client(ElasticLoadBalancingV2Client::builder, region);
    sts = client(StsClient::builder, region);
    acm = client(AcmClient::builder, region);
    route53 = client(Route53Client::builder, region);
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
      Supplier<B> builder, Region region) {
    return builder
        .get()
        .endpointOverride(aws.endpoint())
        .region(region)
        .httpClient(http)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("practice", "practice")))
        .overrideConfiguration(
            override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  /** The id of a VPC by its name; {@code default} names the default one. */
  String vpc(String name) {
    return ec2.describeVpcs().vpcs().stream()
        .filter(
            vpc ->
                name.equals("default")
                    ? vpc.isDefault()
                    : vpc.tags().stream().anyMatch(tag -> tag.value().equals(name)))
        .findFirst()
        .orElseThrow()
        .vpcId();
  }

  /** The id of a subnet by its name. */
  String subnet(String name) {
    return ec2.describeSubnets(r -> r.filters(named(name))).subnets().stream()
        .map(Subnet::subnetId)
        .findFirst()
        .orElseThrow();
  }

  /** The id of an instance by its name. */
  String instance(String name) {
    return ec2.describeInstances(r -> r.filters(named(name))).reservations().stream()
        .flatMap(reservation -> reservation.instances().stream())
        .map(Instance::instanceId)
        .findFirst()
        .orElseThrow();
  }

  /** The id of a security group by its name in a VPC. */
  String group(String vpcName, String name) {
    String vpc = vpc(vpcName);
    return ec2.describeSecurityGroups(
            r ->
                r.filters(
                    Filter.builder().name("vpc-id").values(vpc).build(),
                    Filter.builder().name("group-name").values(name).build()))
        .securityGroups()
        .getFirst()
        .groupId();
  }

  static Filter named(String name) {
    return Filter.builder().name("tag:Name").values(name).build();
  }

  /** The two public subnets in zones a and b of ml-platform. */
  List<String> publicSubnets() {
    return List.of(subnet("ml-platform-public-a"), subnet("ml-platform-public-b"));
  }

  /** A load balancer in ml-platform, with what a test wants otherwise. */
  LoadBalancer balancer(String name, Consumer<CreateLoadBalancerRequest.Builder> otherwise) {
    CreateLoadBalancerRequest.Builder request =
        CreateLoadBalancerRequest.builder().name(name).subnets(publicSubnets());
    otherwise.accept(request);
    return elb.createLoadBalancer(request.build()).loadBalancers().getFirst();
  }

  /** A load balancer in ml-platform that is active. */
  LoadBalancer activeBalancer(String name) {
    LoadBalancer made = balancer(name, _ -> {});
    clock.advance(PROVISIONING);
    return made;
  }

  /** A target group of instances in ml-platform on port 8000, checked at /health. */
  TargetGroup targetGroup(String name, Consumer<CreateTargetGroupRequest.Builder> otherwise) {
    CreateTargetGroupRequest.Builder request =
        CreateTargetGroupRequest.builder()
            .name(name)
            .protocol("HTTP")
            .port(8000)
            .vpcId(vpc("ml-platform"))
            .healthCheckPath("/health");
    otherwise.accept(request);
    return elb.createTargetGroup(request.build()).targetGroups().getFirst();
  }

  /** An HTTP listener that forwards to a group; returns its ARN. */
  String listener(LoadBalancer balancer, int port, TargetGroup group) {
    return elb.createListener(
            r ->
                r.loadBalancerArn(balancer.loadBalancerArn())
                    .protocol("HTTP")
                    .port(port)
                    .defaultActions(forward(group)))
        .listeners()
        .getFirst()
        .listenerArn();
  }

  /** The action that forwards to one group. */
  static Action forward(TargetGroup group) {
    return Action.builder().type("forward").targetGroupArn(group.targetGroupArn()).build();
  }

  /** Registers instances by their names. */
  void register(TargetGroup group, String... names) {
    List<TargetDescription> targets =
        Stream.of(names)
            .map(name -> TargetDescription.builder().id(instance(name)).build())
            .toList();
    elb.registerTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(targets));
  }

  @Override
  public void close() {
    ec2.close();
    elb.close();
    sts.close();
    acm.close();
    route53.close();
    http.close();
    aws.close();
  }
}
