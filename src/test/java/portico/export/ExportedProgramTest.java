package portico.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerSpec;
import portico.testing.Samples;

/** The exported programs in Java, run, and in YAML, read: each makes what Portico makes. */
class ExportedProgramTest {
  @TempDir private Path folder;

  @Test
  void java_registers_what_porticos_own_program_does() throws IOException {
    int number = 0;
    for (EnvironmentSpec spec : ExportedPrograms.specs(8)) {
      Path place = Files.createDirectory(folder.resolve("java" + number++));
      ExportedPrograms programs = new ExportedPrograms(spec, place);

      programs.assertSame(programs.java());
    }
  }

  @Test
  void yaml_says_what_porticos_own_program_registers() {
    for (EnvironmentSpec spec : ExportedPrograms.specs(20)) {
      ExportedPrograms programs = new ExportedPrograms(spec, folder);

      programs.assertSame(programs.yaml());
    }
  }

  /** EC2 refuses security groups whose names begin with sg-. */
  @Test
  void the_security_group_of_a_load_balancer_named_like_one_has_another_name() {
    EnvironmentSpec small = Samples.spec();
    EnvironmentSpec spec =
        new EnvironmentSpec(
            small.region(),
            renamed(small.loadBalancer(), "sg-models"),
            small.targetGroups(),
            small.listeners(),
            small.access());
    ExportedPrograms programs = new ExportedPrograms(spec, folder);
    Map<String, Object> yaml = programs.yaml();

    assertThat(yaml).containsKey("aws:ec2/securityGroup:SecurityGroup::lb-sg-models-sg");
    programs.assertSame(yaml);
  }

  private static LoadBalancerSpec renamed(LoadBalancerSpec like, String name) {
    return new LoadBalancerSpec(
        name,
        like.scheme(),
        like.ipAddressType(),
        like.vpcId(),
        like.subnetIds(),
        like.securityGroupIds(),
        like.attributes(),
        like.webAclArn(),
        like.tags(),
        like.ipv4IpamPoolId(),
        like.dnsRecords());
  }
}
