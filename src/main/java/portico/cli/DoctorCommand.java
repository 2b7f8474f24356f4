package portico.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.TargetHealth;
import portico.doctor.Diagnosis;
import portico.doctor.Doctor;
import portico.doctor.DoctorFacts;
import portico.doctor.ServerFacts;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;
import portico.operation.OperationKind;
import portico.preset.Presets;
import portico.service.Services;
import portico.spec.SpecDiff;

/** Why targets are not healthy, and what cures them. */
@Command(name = "doctor")
final class DoctorCommand extends OperationCommand {
  private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--fix", paramLabel = "N")
  private Optional<Integer> fix = Optional.empty();

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  DoctorCommand(CliContext context) {
    super(context);
  }

  /** All targets of an environment, and what is wrong with some. */
  private record Round(int targets, List<Diagnosis> diagnoses) {
    boolean well() {
      return diagnoses.stream().noneMatch(each -> each.health().state().startsWith("unhealthy"));
    }
  }

  @Override
  int run(Services services) {
    Environment environment = names().existing(services.environments(), context.text());
    Plan plan = new Planner(context, services).existing(environment, accounts);
    Round round = examine(services, environment, plan);
    DoctorReport report = new DoctorReport(context.text(), round.diagnoses());
    if (fix.isPresent()) {
      return apply(services, plan, report);
    }
    if (round.diagnoses().isEmpty()) {
      print(
          round.targets() == 0
              ? context.text().get("doctor.none")
              : context.text().get("doctor.well", round.targets()));
    }
    report.lines().forEach(this::print);
    reply(
        Reply.of(round.well() ? Reply.SUCCEEDED : Reply.FAILED)
            .put("environment", environment.name().value())
            .put("targets", round.targets())
            .put("diagnoses", report.fields()));
    return round.well() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static Round examine(Services services, Environment environment, Plan plan) {
    EnvironmentSpec spec = plan.spec();
    ServerFacts server = ServerFacts.of(spec.service(), Presets.load());
    List<Diagnosis> diagnoses = new ArrayList<>();
    int targets = 0;
    try (Catalog catalog = services.catalogs().open(plan.account(), spec.region())) {
      DoctorFacts facts =
          DoctorFacts.read(
              catalog,
              spec.loadBalancer().vpcId(),
              Optional.ofNullable(environment.outputs().get(Environment.SECURITY_GROUP_ID_OUTPUT)));
      for (EnvironmentResource each : environment.resources()) {
        Optional<TargetGroupSpec> group =
            each.ref().type().equals(TARGET_GROUP)
                ? spec.targetGroup(each.ref().name())
                : Optional.empty();
        if (group.isPresent()) {
          List<TargetHealth> health = health(catalog, each.id());
          targets += health.size();
          diagnoses.addAll(Doctor.examine(spec, group.get(), health, facts, server));
        }
      }
    }
    return new Round(targets, diagnoses);
  }

  private static List<TargetHealth> health(Catalog catalog, String arn) {
    return switch (catalog.targetHealth(arn)) {
      case Answer.Found<List<TargetHealth>>(var found) -> found;
      case Answer.Failed<List<TargetHealth>>(var failure) ->
          throw new Refused(new Refusal.AccountUnreadable(failure));
    };
  }

  private int apply(Services services, Plan plan, DoctorReport report) {
    int number = fix.orElse(0);
    EnvironmentSpec cured =
        report
            .fix(number)
            .orElseThrow(
                () -> new Refused(Refusal.Usage.of("usage.no-fix", number, report.fixes().size())));
    if (!yes) {
      needSomeoneToAsk();
    }
    SpecDiff.of(plan.spec(), cured)
        .forEach(line -> context.terminal().err().println(line.marked()));
    Plan next = new Plan(plan.environment(), cured, plan.account(), plan.provider());
    if (!yes) {
      confirm(next);
    }
    OperationReport deployed = operate(services, OperationKind.DEPLOY, next);
    int code = conclude(deployed);
    reply(deployed.reply(context.text()));
    return code;
  }

  private void confirm(Plan plan) {
    CliText text = context.text();
    String answer =
        context
            .terminal()
            .ask(text.get("ask.deploy", plan.environment(), text.of(plan.account())))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    if (answer.isEmpty() || !text.get("answer.yes").startsWith(answer)) {
      throw new Refused(new Refusal.Declined());
    }
  }

  /** What is found, with a number at each fix. */
  private static final class DoctorReport {
    private final List<String> lines = new ArrayList<>();
    private final List<Map<String, Object>> fields = new ArrayList<>();
    private final List<EnvironmentSpec> fixes = new ArrayList<>();

    DoctorReport(CliText text, List<Diagnosis> diagnoses) {
      DoctorLines words = new DoctorLines(text, fixes);
      diagnoses.forEach(
          each -> {
            fields.add(words.fields(each, fixes.size()));
            lines.addAll(words.lines(each));
          });
    }

    List<String> lines() {
      return lines;
    }

    List<Map<String, Object>> fields() {
      return fields;
    }

    List<EnvironmentSpec> fixes() {
      return fixes;
    }

    Optional<EnvironmentSpec> fix(int number) {
      return number < 1 || number > fixes.size()
          ? Optional.empty()
          : Optional.of(fixes.get(number - 1));
    }
  }
}
