package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.practice.aws.http.Fault;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What goes wrong on purpose. */
class FaultsTest {
  @TempDir private Path folder;
  private Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED_TOKEN, RequestExpired, 400, ExpiredToken, 403, ExpiredTokenException, 400",
    "ACCESS_DENIED, UnauthorizedOperation, 403, AccessDenied, 403, AccessDeniedException, 400",
    "THROTTLED, RequestLimitExceeded, 503, Throttling, 400, ThrottlingException, 400",
    "INVALID_CREDENTIALS, AuthFailure, 401, InvalidClientTokenId, 403, UnrecognizedClientException,"
        + " 400",
    "INTERNAL, InternalError, 500, InternalFailure, 500, InternalFailure, 500"
  })
  void every_service_names_an_error_in_its_own_way(
      Fault.Kind kind,
      String ec2Code,
      int ec2Status,
      String queryCode,
      int queryStatus,
      String jsonCode,
      int jsonStatus) {
    simulation.faults.always(Faults.ANY_ACTION, new Fault.Common(kind));

    assertThat(Refusal.of(simulation.ec2::describeVpcs))
        .extracting(Refusal::code, Refusal::status)
        .containsExactly(ec2Code, ec2Status);
    assertThat(Refusal.of(simulation.elb::describeLoadBalancers))
        .extracting(Refusal::code, Refusal::status)
        .containsExactly(queryCode, queryStatus);
    assertThat(Refusal.of(simulation.sts::getCallerIdentity))
        .extracting(Refusal::code, Refusal::status)
        .containsExactly(queryCode, queryStatus);
    assertThat(Refusal.of(simulation.acm::listCertificates))
        .extracting(Refusal::code, Refusal::status)
        .containsExactly(jsonCode, jsonStatus);
  }

  @Test
  void a_fault_can_be_for_some_calls_of_one_action() {
    simulation.faults.next(2, "DescribeVpcs", new Fault.Custom("Odd", 418, "For a test"));

    assertThat(simulation.ec2.describeSubnets().subnets()).isNotEmpty();
    assertThat(Refusal.of(simulation.ec2::describeVpcs))
        .isEqualTo(new Refusal("Odd", 418, "For a test"));
    assertThat(Refusal.codeOf(simulation.ec2::describeVpcs)).isEqualTo("Odd");
    assertThat(simulation.ec2.describeVpcs().vpcs()).isNotEmpty();
  }

  @Test
  void a_refused_change_changes_nothing() {
    simulation.faults.next(1, "CreateLoadBalancer", new Fault.Common(Fault.Kind.THROTTLED));

    assertThat(Refusal.codeOf(() -> simulation.balancer("demo", _ -> {}))).isEqualTo("Throttling");
    assertThat(simulation.elb.describeLoadBalancers().loadBalancers()).isEmpty();
  }

  @Test
  void faults_can_be_cleared() {
    simulation.faults.always("DescribeVpcs", new Fault.Common(Fault.Kind.INTERNAL));
    simulation.faults.clear();

    assertThat(simulation.ec2.describeVpcs().vpcs()).isNotEmpty();
  }

  @Test
  void an_answer_can_be_late() {
    simulation.faults.next(1, "DescribeVpcs", new Fault.Delay(Duration.ofMillis(150)));
    long start = System.nanoTime();

    assertThat(simulation.ec2.describeVpcs().vpcs()).isNotEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @Test
  void a_connection_can_be_cut() {
    simulation.faults.next(1, "DescribeVpcs", new Fault.Cut());

    assertThatThrownBy(simulation.ec2::describeVpcs).isInstanceOf(SdkClientException.class);
  }

  @Test
  void a_hanging_request_ends_when_the_simulation_is_closed() throws Exception {
    simulation.faults.next(1, "DescribeVpcs", new Fault.Hang());
    try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
      var hanging =
          CompletableFuture.supplyAsync(simulation.ec2::describeVpcs, background)
              .handle((_, failure) -> failure != null);
      assertThat(simulation.ec2.describeSubnets().subnets()).isNotEmpty();
      assertThat(hanging).isNotDone();

      simulation.aws.close();
      assertThat(hanging.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
