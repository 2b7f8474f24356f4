package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import portico.model.EnvironmentSpec;
import portico.model.Rule;
import portico.model.Violation;
import portico.practice.aws.http.AwsException;
import portico.spec.SpecFile;
import portico.testing.EdgySpecs;

/**
 * The rules of {@code portico.model} and the simulated AWS, written apart from each other, judge
 * the same specs: what one accepts, the other accepts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelAgreesWithAwsTest {
  static final int SPECS = 5000;
  private static final long SEED = 2026;
  private static final int MOST_SHOWN = 5;

  private final EdgeAccount account = new EdgeAccount();
  private final Map<Rule, Set<String>> codes = new RuleTable().codes();
  private final List<Judged> judged =
      new EdgySpecs(SEED, account.site()).take(SPECS).stream().map(this::judge).toList();

  /** A spec, the rules of AWS that the model says it breaks, and AWS's refusal. */
  private record Judged(
      EdgySpecs.Made made, List<Violation> violations, Optional<AwsException> refusal) {
    boolean agreed() {
      return violations.isEmpty() == refusal.isEmpty();
    }

    Set<Rule> rules() {
      Set<Rule> rules = EnumSet.noneOf(Rule.class);
      violations.forEach(each -> rules.add(each.rule()));
      return rules;
    }

    /** Everything that one needs to see what went wrong. */
    String shown() {
      String answer =
          refusal.map(each -> each.code() + ": " + each.message()).orElse("accepted by AWS");
      return "%s\n%s\nmodel: %s\nAWS: %s\n"
          .formatted(made.name(), SpecFile.write(made.spec()), violations, answer);
    }
  }

  private Judged judge(EdgySpecs.Made made) {
    List<Violation> ofAws =
        account.violations(made.spec()).stream()
            .filter(each -> isOfAws(each, made.spec()))
            .toList();
    return new Judged(
        made, ofAws, SpecOnAws.refusal(account.region(), EdgeAccount.NOW, made.spec()));
  }

  private boolean isOfAws(Violation violation, EnvironmentSpec spec) {
    // AWS makes it with a warning, unless nobody outside can reach the VPC at all
    return violation.rule() == Rule.SUBNET_NOT_PUBLIC
        ? !account.hasGateway(spec.loadBalancer().vpcId())
        : !PorticosOwn.REASONS.containsKey(violation.rule());
  }

  private static List<String> shown(List<Judged> wrong) {
    return wrong.stream().limit(MOST_SHOWN).map(Judged::shown).toList();
  }

  @Test
  void whatever_the_model_accepts_aws_accepts_and_the_reverse(TestReporter report) {
    List<Judged> wrong = judged.stream().filter(each -> !each.agreed()).toList();
    long accepted = judged.stream().filter(each -> each.refusal().isEmpty()).count();
    Set<Rule> hit = EnumSet.noneOf(Rule.class);
    judged.forEach(each -> hit.addAll(each.rules()));
    report.publishEntry(
        Map.of(
            "specs compared", String.valueOf(judged.size()),
            "accepted", String.valueOf(accepted),
            "refused", String.valueOf(judged.size() - accepted),
            "rules hit", String.valueOf(hit.size())));

    assertThat(shown(wrong)).as("%d of %d specs", wrong.size(), judged.size()).isEmpty();
  }

  @Test
  void a_refusal_has_a_code_that_fits_a_broken_rule() {
    List<Judged> wrong =
        judged.stream()
            .filter(
                each -> each.agreed() && each.refusal().filter(no -> !fits(each, no)).isPresent())
            .toList();

    assertThat(shown(wrong)).as("%d of %d specs", wrong.size(), judged.size()).isEmpty();
  }

  private boolean fits(Judged each, AwsException refusal) {
    return each.rules().stream().anyMatch(rule -> codes(rule).contains(refusal.code()));
  }

  private Set<String> codes(Rule rule) {
    return codes.getOrDefault(rule, Set.of());
  }

  @Test
  void every_rule_that_aws_has_is_broken_on_both_sides() {
    Set<Rule> ofAws = EnumSet.allOf(Rule.class);
    ofAws.removeAll(PorticosOwn.REASONS.keySet());
    Set<Rule> byModel = EnumSet.noneOf(Rule.class);
    Set<Rule> byAws = EnumSet.noneOf(Rule.class);
    for (Judged each : judged) {
      byModel.addAll(each.rules());
      for (Rule rule : each.rules()) {
        if (each.refusal().filter(no -> codes(rule).contains(no.code())).isPresent()) {
          byAws.add(rule);
        }
      }
    }

    assertThat(byModel).isEqualTo(ofAws);
    assertThat(byAws).isEqualTo(ofAws);
  }

  @Test
  void about_half_of_the_specs_are_valid() {
    long accepted = judged.stream().filter(each -> each.violations().isEmpty()).count();

    assertThat(accepted).isBetween(SPECS * 2L / 5, SPECS * 3L / 5);
  }

  @Test
  void the_same_seed_gives_the_same_specs() {
    List<EdgySpecs.Made> again = new ArrayList<>(new EdgySpecs(SEED, account.site()).take(SPECS));

    assertThat(again).isEqualTo(judged.stream().map(Judged::made).toList());
  }
}
