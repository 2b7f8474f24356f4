package portico.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.spec.SpecTexts.group;
import static portico.spec.SpecTexts.problemsOf;
import static portico.spec.SpecTexts.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.spec.SpecDraft.IngressChoice;
import portico.spec.SpecDraft.SubnetChoice;
import portico.spec.SpecDraft.TargetChoice;
import portico.spec.SpecDraft.VpcChoice;
import portico.testing.FakeCatalog;

class SpecFileTest {
  @Test
  void the_example_is_valid() {
    SpecDraft draft = read(SpecExample.text());

    assertThat(draft.region()).contains("us-west-2");
    assertThat(draft.loadBalancer().vpc()).isEqualTo(new VpcChoice.Default());
    assertThat(draft.targetGroups().getFirst().healthCheck().path()).isEqualTo("/health");
  }

  @Test
  void the_example_has_every_field_of_a_written_spec() {
    String written = SpecFile.write(everything());

    List<String> fields =
        Pattern.compile("\\b([A-Za-z]+):")
            .matcher(written)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(fields).contains("region:", "instanceId:", "ingressCidrs:");
    assertThat(SpecExample.text()).contains(fields);
  }

  @Test
  void every_field_that_can_be_read_is_in_the_example() {
    for (SpecPart part : SpecPart.values()) {
      for (String field : part.fields()) {
        assertThat(SpecExample.text()).as(part + "." + field).contains(field);
      }
    }
  }

  @Test
  void every_further_form_of_the_example_reads_in_its_place() {
    List<String> lines = SpecExample.text().lines().toList();
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index);
      if (line.contains("# | ") && !line.contains("# |   ") && !line.endsWith("tls:")) {
        String field = line.replaceFirst(".*# \\| ([A-Za-z]+):.*", "$1");
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line.replace("# | ", ""));
        removeOther(changed, index, field);

        Optional<SpecDraft> draft = new SpecReader().draft(String.join("\n", changed));

        assertThat(draft).as(line).isPresent();
        assertThat(problemsOf(String.join("\n", changed)))
            .as(line)
            .noneMatch(problem -> problem.contains("There is no field"))
            .noneMatch(problem -> problem.contains("This must be"))
            .noneMatch(problem -> problem.contains("YAML"));
      }
    }
  }

  /** A form takes the place of the one that the example uses. */
  private static void removeOther(List<String> lines, int index, String field) {
    String indent = lines.get(index).replaceFirst("[^ ].*", "");
    List<String> others =
        ActionReader.FORMS.contains(field) || field.equals("defaultAction")
            ? List.of("targetGroup")
            : field.equals("action") ? List.of("fixedResponse") : List.of(field);
    for (int other = 0; other < index; other++) {
      String line = lines.get(other);
      if (others.stream().anyMatch(each -> line.startsWith(indent + each + ":"))) {
        lines.set(other, "");
        if (line.endsWith("conditions:")) {
          lines.set(other + 1, "");
        }
      }
    }
  }

  @Test
  void the_smallest_spec_names_only_a_region() {
    SpecDraft draft = read("region: eu-central-1");

    SpecDraft smallest = SpecDraft.smallest();
    assertThat(draft.region()).contains("eu-central-1");
    assertThat(draft.loadBalancer().name()).isEqualTo(smallest.loadBalancer().name());
    assertThat(draft.loadBalancer().subnets()).isEqualTo(new SubnetChoice.Auto());
    assertThat(draft.targetGroups()).isEqualTo(smallest.targetGroups());
    assertThat(draft.listeners()).isEqualTo(smallest.listeners());
    assertThat(draft.ingress()).containsExactly(new IngressChoice.MyAddress());
  }

  @Test
  void json_is_read_too() {
    SpecDraft draft = read("{\"targetGroups\": [{\"name\": \"vllm\", \"port\": 8000}]}");

    assertThat(draft.targetGroups().getFirst().name()).isEqualTo("vllm");
    assertThat(draft.listeners().getFirst().defaultAction())
        .isEqualTo(ActionSpec.Forward.to("vllm"));
  }

  @Test
  void what_is_left_out_of_a_health_check_has_its_default() {
    SpecDraft draft = read(group("healthCheck: {path: /health}"));

    HealthCheckSpec usual = SpecDefaults.HEALTH_CHECK;
    assertThat(draft.targetGroups().getFirst().healthCheck())
        .isEqualTo(
            new HealthCheckSpec(
                "/health",
                usual.intervalSeconds(),
                usual.timeoutSeconds(),
                usual.healthyThreshold(),
                usual.unhealthyThreshold()));
  }

  @Test
  void things_can_be_named_by_id_or_name_tag() {
    SpecDraft draft =
        read(
            """
            loadBalancer:
              vpc: training
              subnets: [public-a, public-b]
            targetGroups:
              - port: 8000
                targets:
                  - name: vllm-a
                  - instanceId: i-0123456789abcdef0
                    port: 8001
            access:
              ingressCidrs: [10.0.0.0/8, my-address]
            """);

    assertThat(draft.loadBalancer().vpc()).isEqualTo(new VpcChoice.ByName("training"));
    assertThat(draft.loadBalancer().subnets())
        .isEqualTo(new SubnetChoice.ByNames(List.of("public-a", "public-b")));
    assertThat(draft.targetGroups().getFirst().targets())
        .containsExactly(
            new TargetChoice.ByName("vllm-a", OptionalInt.empty()),
            new TargetChoice.ById("i-0123456789abcdef0", OptionalInt.of(8001)));
    assertThat(draft.ingress())
        .containsExactly(new IngressChoice.Network("10.0.0.0/8"), new IngressChoice.MyAddress());
  }

  @Test
  void one_text_counts_as_a_list_of_one() {
    assertThat(read("access: {ingressCidrs: my-address}").ingress())
        .containsExactly(new IngressChoice.MyAddress());
  }

  @Test
  void a_written_spec_resolves_to_itself() {
    EnvironmentSpec spec = everything();

    SpecDraft draft = read(SpecFile.write(spec));
    var resolver =
        new SpecResolver(FakeCatalog.withNetwork(), Optional::empty, draft.region().orElseThrow());

    assertThat(resolver.resolve(draft)).isEqualTo(new SpecAnswer.Read<>(spec));
  }

  private static EnvironmentSpec everything() {
    return new EnvironmentSpec(
        "us-west-2",
        new LoadBalancerSpec(
            "1e10",
            Scheme.INTERNAL,
            "vpc-0123456789abcdef0",
            List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2")),
        List.of(
            new TargetGroupSpec(
                "null",
                Protocol.HTTPS,
                8000,
                new HealthCheckSpec("/health?a=b#c:d", 20, 10, 3, 4),
                List.of(
                    new InstanceTarget("i-0f1e2d3c4b5a69788", OptionalInt.empty()),
                    new InstanceTarget("i-0a9b8c7d6e5f40312", OptionalInt.of(8001)))),
            new TargetGroupSpec("b", Protocol.HTTP, 1, SpecDefaults.HEALTH_CHECK, List.of())),
        List.of(
            new ListenerSpec("one", Protocol.HTTP, 80, "null"),
            new ListenerSpec("two", Protocol.HTTP, 8080, "b")),
        new AccessSpec(List.of("0.0.0.0/0", "10.1.0.0/16")));
  }
}
