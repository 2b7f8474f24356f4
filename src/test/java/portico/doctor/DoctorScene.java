package portico.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.catalog.Instance;
import portico.catalog.SecurityGroup;
import portico.catalog.SecurityGroup.Permission;
import portico.catalog.TargetHealth;
import portico.doctor.Finding.Verdict;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;
import portico.testing.FakeCatalog;
import portico.testing.Samples;

/** An environment whose targets are examined. */
abstract class DoctorScene {
  static final String TARGET = "i-0f1e2d3c4b5a69788";
  static final String OWN = "sg-0d5a3f7e1c2b49860";
  static final String TARGETS = "sg-0aa11bb22cc33dd44";
  final FakeCatalog catalog = FakeCatalog.withNetwork();
  EnvironmentSpec spec = Samples.spec();
  ServerFacts server = ServerFacts.UNKNOWN;

  void groups(List<Permission> ingress, List<Permission> egress) {
    catalog.securityGroups.add(new SecurityGroup(TARGETS, "targets", ingress, List.of()));
    catalog.securityGroups.add(new SecurityGroup(OWN, "own", List.of(), egress));
  }

  void instance(String state, String zone) {
    List<Instance> all = new ArrayList<>();
    all.add(
        new Instance(
            TARGET,
            "llama",
            "g5.xlarge",
            state,
            zone,
            "subnet-0aaaaaaaaaaaaaaa1",
            "172.31.0.10",
            List.of(TARGETS)));
    catalog.instances.put(spec.loadBalancer().vpcId(), all);
  }

  DoctorFacts facts() {
    return DoctorFacts.read(catalog, spec.loadBalancer().vpcId(), Optional.of(OWN));
  }

  TargetGroupSpec group() {
    return spec.targetGroups().getFirst();
  }

  static TargetHealth health(String state, String reason, String description) {
    return new TargetHealth(TARGET, 8000, state, reason, description);
  }

  List<Finding> findings(String state, String reason, String description) {
    return Doctor.examine(
            spec, group(), List.of(health(state, reason, description)), facts(), server)
        .getFirst()
        .findings();
  }

  static Finding of(List<Finding> findings, Class<? extends Cause> cause) {
    return findings.stream()
        .filter(each -> cause.isInstance(each.cause()))
        .findFirst()
        .orElseThrow();
  }

  Verdict verdict(Class<? extends Cause> cause) {
    return of(findings("unhealthy", "Target.Timeout", ""), cause).verdict();
  }

  EnvironmentSpec fix(Class<? extends Cause> cause) {
    return spec(of(findings("unhealthy", "Target.Timeout", ""), cause));
  }

  static EnvironmentSpec spec(Finding finding) {
    assertThat(finding.remedy()).containsInstanceOf(Remedy.Fix.class);
    return ((Remedy.Fix) finding.remedy().orElseThrow()).spec();
  }
}
