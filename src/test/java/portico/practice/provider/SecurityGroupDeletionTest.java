package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static portico.practice.provider.ProviderCaller.SECURITY_GROUP;

import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

class SecurityGroupDeletionTest {
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMillis(300);

  private final FakeEc2 ec2 = new FakeEc2();
  private BundledProvider provider;
  private ProviderCaller caller;

  @BeforeEach
  void start() throws IOException {
    provider =
        BundledProvider.start(
            new ProviderClients(
                ec2,
                new FakeElb(),
                new FakeLambda(),
                new FakeWaf(),
                new FakeRoute53(),
                new FakeS3(),
                "us-west-2"),
            new ProviderTiming(MOMENT, MOMENT, LIMIT, LIMIT, LIMIT, LIMIT));
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void stop() {
    caller.close();
    provider.close();
  }

  @Test
  void a_security_group_is_deleted_once_its_interfaces_are_gone() {
    ec2.refusals = 3;

    caller.delete(SECURITY_GROUP, "sg-1", PropertyMap.EMPTY);

    assertThat(ec2.exists).isFalse();
    assertThat(ec2.deletions).isEqualTo(4);
  }

  @Test
  void a_security_group_that_stays_in_use_is_told_with_the_interface_that_holds_it() {
    ec2.refusals = Integer.MAX_VALUE;
    ec2.interfaces.add(
        NetworkInterface.builder()
            .networkInterfaceId("eni-7")
            .description("ELB app/demo/0123")
            .status("in-use")
            .build());

    Throwable error =
        catchThrowable(() -> caller.delete(SECURITY_GROUP, "sg-1", PropertyMap.EMPTY));

    assertThat(ProviderCaller.code(error)).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(error)
        .hasMessageContaining("still used by network interface eni-7 (ELB app/demo/0123, in-use)");
  }

  @Test
  void a_security_group_that_is_gone_is_deleted_without_complaint() {
    ec2.exists = false;

    caller.delete(SECURITY_GROUP, "sg-1", PropertyMap.EMPTY);

    assertThat(ec2.deletions).isEqualTo(1);
  }
}
