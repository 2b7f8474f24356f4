package portico.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.SecurityGroup.Permission;
import portico.catalog.Subnet;
import portico.doctor.Finding.Verdict;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.SpecRules;
import portico.testing.Samples;
import portico.text.DoctorText;
import portico.text.Words;

class DoctorTest extends DoctorScene {
  // --- Every reason

  @ParameterizedTest
  @CsvSource({
    "unhealthy, Target.Timeout, 'Request timed out', TargetClosed, CONFIRMED",
    "unhealthy, Target.FailedHealthChecks, 'Health checks failed', NothingListens, POSSIBLE",
    "unhealthy, Target.ResponseCodeMismatch, 'with these codes: [404]', WrongPath, CONFIRMED",
    "unhealthy, Target.ResponseCodeMismatch, 'with these codes: [401]', NeedsKey, CONFIRMED",
    "unhealthy, Target.ResponseCodeMismatch, 'with these codes: [302]', CodeNotAccepted, CONFIRMED",
    "unhealthy, Target.ResponseCodeMismatch, 'with these codes: [503]', ServerTrouble, CONFIRMED",
    "unhealthy, Target.ResponseCodeMismatch, '', WrongPath, POSSIBLE",
    "unused, Target.NotInUse, 'Target group is not configured', NotForwarded, RULED_OUT",
    "unused, Target.NotRegistered, 'Target is not registered', NotRegistered, CONFIRMED",
    "unused, Target.IpUnusable, 'Target IP is in use', UnusableAddress, CONFIRMED",
    "draining, Target.DeregistrationInProgress, 'in progress', Leaving, CONFIRMED",
    "unavailable, Target.HealthCheckDisabled, 'not enabled', ChecksOff, CONFIRMED",
    "initial, Elb.RegistrationInProgress, 'in progress', Registering, CONFIRMED",
    "initial, Elb.InitialHealthChecking, 'in progress', FirstChecks, CONFIRMED",
    "unavailable, Elb.InternalError, 'error', AwsTrouble, CONFIRMED",
    "unhealthy, Target.SomethingNew, 'news', OtherReason, POSSIBLE"
  })
  void each_reason_has_its_first_cause(
      String state, String reason, String description, String cause, Verdict verdict) {
    catalog.securityGroups.addAll(Samples.closedSecurityGroups());

    Finding first = findings(state, reason, description).getFirst();

    assertThat(first.cause().getClass().getSimpleName()).isEqualTo(cause);
    assertThat(first.verdict()).isEqualTo(verdict);
    assertThat(new DoctorText(Words.core()).of(first)).isNotBlank();
  }

  @Test
  void a_healthy_target_has_no_diagnosis() {
    assertThat(Doctor.examine(spec, group(), List.of(health("healthy", "", "")), facts(), server))
        .isEmpty();
  }

  // --- Security groups

  @Test
  void a_closed_group_is_cured_by_naming_it_in_the_spec() {
    catalog.securityGroups.addAll(Samples.closedSecurityGroups());

    EnvironmentSpec cured = fix(Cause.TargetClosed.class);

    assertThat(cured.access().targetSecurityGroupIds()).containsExactly(TARGETS);
    assertThat(SpecRules.check(cured)).isEmpty();
  }

  @Test
  void a_group_that_admits_the_balancers_group_is_ruled_out() {
    groups(
        List.of(new Permission("tcp", 8000, 8000, List.of(), List.of(OWN))),
        List.of(new Permission("-1", -1, -1, List.of("0.0.0.0/0"), List.of())));

    assertThat(verdict(Cause.TargetClosed.class)).isEqualTo(Verdict.RULED_OUT);
    assertThat(verdict(Cause.BalancerClosed.class)).isEqualTo(Verdict.RULED_OUT);
  }

  @Test
  void a_network_that_holds_one_of_the_balancers_subnets_alone_is_not_enough() {
    groups(
        List.of(new Permission("tcp", 8000, 8000, List.of("172.31.0.0/20"), List.of())), List.of());
    assertThat(verdict(Cause.TargetClosed.class)).isEqualTo(Verdict.CONFIRMED);

    catalog.securityGroups.clear();
    groups(
        List.of(new Permission("tcp", 8000, 8000, List.of("172.31.0.0/16"), List.of())), List.of());
    assertThat(verdict(Cause.TargetClosed.class)).isEqualTo(Verdict.RULED_OUT);
  }

  @Test
  void a_balancer_that_may_not_leave_is_found() {
    groups(
        List.of(new Permission("tcp", 8000, 8000, List.of(), List.of(OWN))),
        List.of(new Permission("tcp", 8001, 8001, List.of("0.0.0.0/0"), List.of())));

    assertThat(verdict(Cause.BalancerClosed.class)).isEqualTo(Verdict.CONFIRMED);
  }

  @Test
  void what_could_not_be_read_stays_possible() {
    List<Diagnosis> all =
        Doctor.examine(
            spec,
            group(),
            List.of(health("unhealthy", "Target.Timeout", "")),
            DoctorFacts.UNREAD,
            server);

    assertThat(all.getFirst().findings())
        .noneMatch(each -> each.verdict() == Verdict.CONFIRMED)
        .anyMatch(each -> each.cause() instanceof Cause.TargetClosed);
  }

  // --- Machines and zones

  @Test
  void a_stopped_instance_is_started_by_a_command() {
    instance("stopped", "us-west-2a");

    Finding first = findings("unused", "Target.InvalidState", "stopped").getFirst();

    assertThat(first.cause()).isEqualTo(new Cause.NotRunning(TARGET, "stopped"));
    assertThat(first.remedy())
        .contains(
            new Remedy.Instruction(
                Remedy.Step.START_INSTANCE,
                Optional.of(
                    "aws ec2 start-instances --region us-west-2 --instance-ids " + TARGET)));
  }

  @Test
  void an_instance_that_is_gone_is_taken_out() {
    catalog.instances.put(spec.loadBalancer().vpcId(), List.of());

    Finding first = findings("unused", "Target.InvalidState", "terminated").getFirst();

    assertThat(first.cause()).isEqualTo(new Cause.Gone(TARGET));
    assertThat(spec(first).targetGroups().getFirst().targets()).isEmpty();
  }

  @Test
  void a_zone_without_subnet_gets_the_best_one_of_that_zone() {
    instance("running", "us-west-2c");
    catalog.subnets.add(
        new Subnet(
            "subnet-0eeeeeeeeeeeeeee5",
            "private-c",
            spec.loadBalancer().vpcId(),
            "172.31.64.0/20",
            "us-west-2c",
            "availability-zone",
            5000,
            false));

    Finding first = findings("unused", "Target.NotInUse", "zone").getFirst();

    assertThat(first.cause()).isEqualTo(new Cause.ZoneNotEnabled("us-west-2c"));
    assertThat(spec(first).loadBalancer().subnetIds())
        .endsWith("subnet-0ccccccccccccccc3")
        .hasSize(3);
  }

  @Test
  void a_group_that_no_listener_leads_to_is_found() {
    ListenerSpec listener = spec.listeners().getFirst();
    spec =
        new EnvironmentSpec(
            spec.region(),
            spec.loadBalancer(),
            spec.targetGroups(),
            List.of(
                new ListenerSpec(listener.name(), listener.protocol(), listener.port(), "other")),
            spec.access());

    assertThat(findings("unused", "Target.NotInUse", "").getFirst().cause())
        .isInstanceOf(Cause.NotForwarded.class);
  }
}
