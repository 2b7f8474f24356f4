package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.ListenerRuleSpec;
import portico.model.LogBucket;
import portico.model.Rule;
import portico.model.ServiceSpec;
import portico.model.Violation;
import portico.testing.EdgeDraft;

/** The list of rules that AWS does not have is no longer than it must be. */
class PorticosOwnTest {
  private static final Path RULE = Path.of("src", "main", "java", "portico", "model", "Rule.java");
  private static final ActionSpec OK = new ActionSpec.FixedResponse(200, "text/plain", "");

  /** These cannot be shown: no call names the region's form, and no seeded zone is a local one. */
  private static final Set<Rule> UNSHOWN = EnumSet.of(Rule.REGION_FORM, Rule.SUBNET_ZONE_TYPE);

  @Test
  void each_says_in_its_documentation_that_it_is_porticos_own() throws IOException {
    Pattern constant =
        Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+([A-Z0-9_]+)\\b", Pattern.DOTALL);
    List<Rule> documented =
        constant
            .matcher(Files.readString(RULE))
            .results()
            .filter(
                each ->
                    each.group(1).strip().replaceFirst("^\\* ", "").startsWith("Portico's own:"))
            .map(PorticosOwnTest::rule)
            .toList();

    assertThat(PorticosOwn.REASONS.keySet()).containsExactlyInAnyOrderElementsOf(documented);
  }

  private static Rule rule(MatchResult found) {
    return Rule.valueOf(found.group(2));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        breaking(Rule.NAME_TWICE, draft -> draft.listeners.add(new EdgeDraft.Listener("http", 81))),
        breaking(Rule.LISTENER_NAME_FORM, draft -> draft.listener().name = "a listener"),
        breaking(
            Rule.SECURITY_GROUP_TWICE,
            draft -> draft.securityGroupIds.addAll(twice(draft.site.securityGroups().getFirst()))),
        breaking(
            Rule.LOG_DAYS_RANGE,
            draft -> draft.accessLogs = Optional.of(new LogBucket.Made("", 3651))),
        breaking(
            Rule.LOG_DAYS_DIFFER,
            draft -> {
              draft.accessLogs = Optional.of(new LogBucket.Made("a", 30));
              draft.connectionLogs = Optional.of(new LogBucket.Made("b", 31));
            }),
        breaking(
            Rule.DOMAIN_NAME_FORM,
            draft ->
                draft.dnsRecords.add(
                    new DnsRecordSpec(
                        draft.site.zoneId(),
                        "a b." + draft.site.zoneName().toUpperCase(Locale.ROOT) + "."))),
        breaking(
            Rule.SERVICE_SECONDS_RANGE,
            draft ->
                draft.service =
                    new ServiceSpec(
                        "other",
                        OptionalInt.of(0),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty())),
        breaking(Rule.TAG_PORTICO_PREFIX, draft -> draft.tags.put("portico:x", "y")),
        breaking(
            Rule.TARGET_GROUP_REQUIRED,
            draft -> {
              draft.groups.clear();
              draft.listener().action = OK;
            }),
        breaking(
            Rule.TARGET_TWICE,
            draft ->
                draft
                    .group()
                    .targets
                    .addAll(twice(InstanceTarget.of(draft.site.instances().getFirst())))),
        breaking(Rule.LISTENER_REQUIRED, draft -> draft.listeners.clear()),
        breaking(
            Rule.CERTIFICATE_TWICE,
            draft -> {
              List<String> all = draft.site.certificates();
              draft.listener().https(all.get(0), all.get(1), all.get(1));
            }),
        breaking(Rule.RULE_NAME_LENGTH, draft -> named(draft, "n".repeat(65))),
        breaking(Rule.API_KEY_PREFIX_LENGTH, draft -> key(draft, "p".repeat(65), "gate")),
        breaking(Rule.API_KEY_PREFIX_CHARACTERS, draft -> key(draft, "*", "gate")),
        breaking(Rule.ENVIRONMENT_NAME_FORM, draft -> key(draft, "", "The Gate")),
        breaking(Rule.INGRESS_REQUIRED, draft -> draft.ingress.clear()),
        breaking(Rule.CIDR_HOST_BITS, draft -> draft.ingress.add("10.0.0.1/8")),
        breaking(Rule.INGRESS_NEEDS_DUALSTACK, draft -> draft.ingress.add("2001:db8::/32")));
  }

  private static Arguments breaking(Rule rule, Consumer<EdgeDraft> change) {
    return Arguments.of(rule, change);
  }

  private static <T> List<T> twice(T each) {
    return List.of(each, each);
  }

  private static void named(EdgeDraft draft, String name) {
    ConditionSpec path = new ConditionSpec.PathPattern(List.of("/a"));
    draft.listener().rules.add(new ListenerRuleSpec(name, 1, List.of(path), OK));
  }

  private static void key(EdgeDraft draft, String prefix, String name) {
    draft.listener().rule(new ConditionSpec.ApiKey("X-Api-Key", prefix, name));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aws_takes_what_only_portico_refuses(Rule rule, Consumer<EdgeDraft> change) {
    EdgeAccount account = new EdgeAccount();
    EdgeDraft draft = new EdgeDraft(account.site());
    change.accept(draft);
    EnvironmentSpec spec = draft.build();

    assertThat(account.violations(spec))
        .isNotEmpty()
        .extracting(Violation::rule)
        .containsOnly(rule);
    assertThat(SpecOnAws.refusal(account.region(), EdgeAccount.NOW, spec)).isEmpty();
  }

  @Test
  void all_but_two_are_shown() {
    Set<Rule> shown = EnumSet.copyOf(UNSHOWN);
    broken().forEach(each -> shown.add((Rule) each.get()[0]));

    assertThat(shown).isEqualTo(PorticosOwn.REASONS.keySet());
  }
}
