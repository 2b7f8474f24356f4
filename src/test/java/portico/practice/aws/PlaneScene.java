package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import portico.practice.aws.data.DataPlaneSettings;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** A load balancer with a data plane, in real time but for health checks, which go fast. */
final class PlaneScene implements AutoCloseable {
  /** How long a second of health checks takes. */
  static final Duration SECOND = Duration.ofMillis(10);

  static final Duration CONNECT_LIMIT = Duration.ofMillis(400);

  final Simulation simulation;
  final LoadBalancer balancer;
  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PlaneScene(Path folder) {
    simulation = open(folder);
    balancer = simulation.balancer("demo", r -> r.securityGroups(openGroup()));
  }

  /** Another process's view of an account, as far as one process can have it. */
  static Simulation open(Path folder) {
    DataPlaneSettings fast =
        DataPlaneSettings.defaults().with(Duration.ofMillis(20), CONNECT_LIMIT, SECOND);
    return new Simulation(
        folder,
        Region.US_WEST_2,
        usual ->
            usual
                .withClock(Clock.systemUTC())
                .withProvisioning(Duration.ofMillis(1))
                .withDataPlane(fast));
  }

  private String openGroup() {
    String vpc = simulation.vpc("ml-platform");
    String open =
        simulation
            .ec2
            .createSecurityGroup(r -> r.groupName("lb").description("lb").vpcId(vpc))
            .groupId();
    IpPermission all =
        IpPermission.builder()
            .ipProtocol("-1")
            .ipRanges(IpRange.builder().cidrIp("198.51.100.7/32").build())
            .build();
    simulation.ec2.authorizeSecurityGroupIngress(r -> r.groupId(open).ipPermissions(all));
    return open;
  }

  /** A group of addresses that nobody has, so that real servers alone answer. */
  TargetGroup group(String name, Consumer<CreateTargetGroupRequest.Builder> otherwise) {
    return simulation.targetGroup(
        name,
        r -> {
          r.targetType("ip").healthCheckIntervalSeconds(5).healthCheckTimeoutSeconds(2);
          otherwise.accept(r);
        });
  }

  /** Puts servers behind a group, and waits until all are healthy. */
  void serve(TargetGroup group, LocalServer... servers) {
    register(group, Arrays.stream(servers).map(LocalServer::port).toList());
    await(() -> states(group).stream().allMatch(each -> each.equals("healthy")));
  }

  void register(TargetGroup group, List<Integer> ports) {
    List<TargetDescription> targets =
        IntStream.range(0, ports.size()).mapToObj(i -> target(i, ports.get(i))).toList();
    simulation.elb.registerTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(targets));
  }

  static TargetDescription target(int number, int port) {
    return TargetDescription.builder().id("10.20.16." + (200 + number)).port(port).build();
  }

  /** States, with reasons if there are any. */
  List<String> states(TargetGroup group) {
    return simulation
        .elb
        .describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()))
        .targetHealthDescriptions()
        .stream()
        .map(each -> each.targetHealth())
        .map(
            each ->
                each.reason() == null
                    ? each.stateAsString()
                    : each.stateAsString() + " " + each.reasonAsString())
        .toList();
  }

  /** A listener that forwards to a group; returns its ARN. */
  String listen(int port, TargetGroup group) {
    return simulation.listener(balancer, port, group);
  }

  /** An HTTPS listener that forwards to a group; returns the domain of its certificate. */
  String listenSecurely(int port, TargetGroup group) {
    CertificateSummary certificate =
        simulation.acm.listCertificates().certificateSummaryList().stream()
            .filter(each -> each.statusAsString().equals("ISSUED"))
            .filter(each -> !each.domainName().startsWith("*"))
            .findFirst()
            .orElseThrow();
    simulation.elb.createListener(
        r ->
            r.loadBalancerArn(balancer.loadBalancerArn())
                .protocol("HTTPS")
                .port(port)
                .certificates(
                    Certificate.builder().certificateArn(certificate.certificateArn()).build())
                .defaultActions(Simulation.forward(group)));
    return certificate.domainName();
  }

  void rule(String listener, int priority, Action action, RuleCondition... conditions) {
    simulation.elb.createRule(
        r -> r.listenerArn(listener).priority(priority).actions(action).conditions(conditions));
  }

  static RuleCondition path(String pattern) {
    return RuleCondition.builder()
        .field("path-pattern")
        .pathPatternConfig(c -> c.values(pattern))
        .build();
  }

  void balancerAttribute(String key, String value) {
    var attribute = LoadBalancerAttribute.builder().key(key).value(value).build();
    simulation.elb.modifyLoadBalancerAttributes(
        r -> r.loadBalancerArn(balancer.loadBalancerArn()).attributes(attribute));
  }

  void groupAttributes(TargetGroup group, String... keysAndValues) {
    List<TargetGroupAttribute> attributes =
        IntStream.range(0, keysAndValues.length / 2)
            .mapToObj(
                i ->
                    TargetGroupAttribute.builder()
                        .key(keysAndValues[2 * i])
                        .value(keysAndValues[2 * i + 1])
                        .build())
            .toList();
    simulation.elb.modifyTargetGroupAttributes(
        r -> r.targetGroupArn(group.targetGroupArn()).attributes(attributes));
  }

  /** Where a listener is on this machine. */
  Optional<InetSocketAddress> address(int port) {
    try {
      return simulation.aws.listener(balancer.dnsName(), port);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + address(port).orElseThrow().getPort() + path);
  }

  HttpResponse<String> get(int port, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(port, path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What curl gets from an HTTPS listener whose authority it trusts, and the version of HTTP. */
  String curl(String domain, int port, String path) throws IOException {
    int here = address(port).orElseThrow().getPort();
    Process curl =
        new ProcessBuilder(
                "curl",
                "-sS",
                "--max-time",
                "30",
                "--cacert",
                simulation.aws.certificateAuthority().orElseThrow().toString(),
                "--resolve",
                domain + ":" + here + ":127.0.0.1",
                "-w",
                " %{http_version}",
                "https://" + domain + ":" + here + path)
            .redirectErrorStream(true)
            .start();
    return new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Waits for what comes about by itself, 20 s at most. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    boolean come = condition.getAsBoolean();
    while (!come && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      come = condition.getAsBoolean();
    }
    assertThat(come).as("it came about within 20 s").isTrue();
  }

  @Override
  public void close() {
    http.close();
    simulation.close();
  }
}
