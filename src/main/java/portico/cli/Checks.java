package portico.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import portico.catalog.Catalog;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentSpec;
import portico.preflight.Check;
import portico.preflight.ExpectedDuration;
import portico.preflight.Finding;
import portico.preflight.PreflightReport;
import portico.preflight.PreflightRequest;
import portico.service.Services;

/** The checks before a deployment, as lines. */
final class Checks {
  /** Past operations that tell how long a deployment takes. */
  private static final int PAST = 100;

  private final CliContext context;
  private final Services services;

  Checks(CliContext context, Services services) {
    this.context = context;
    this.services = services;
  }

  /** Looks at everything that the plan meets. */
  PreflightReport run(Plan plan) {
    Optional<EnvironmentSpec> standing =
        services
            .environments()
            .find(plan.environment())
            .filter(each -> !(each.state() instanceof EnvironmentState.Empty))
            .flatMap(Environment::spec);
    PreflightRequest request =
        new PreflightRequest(
            plan.spec(),
            standing,
            ExpectedDuration.of(services.operations().recent(PAST), plan.account()),
            services.engine().look(plan.provider()),
            Instant.now());
    try (Catalog catalog = services.catalogs().open(plan.account(), plan.spec().region())) {
      return PreflightReport.of(catalog, request);
    }
  }

  /** Says on standard error what needs a look before the operation starts, and returns it. */
  PreflightReport warn(Plan plan) {
    PreflightReport report = run(plan);
    open(report).forEach(context.terminal().err()::println);
    return report;
  }

  /** What failed, then what is warned of. */
  List<String> open(PreflightReport report) {
    List<String> lines = new ArrayList<>();
    report.in(Finding.State.FAILED).forEach(check -> lines.add(line(check)));
    report.in(Finding.State.WARNING).forEach(check -> lines.add(line(check)));
    report
        .warnings()
        .forEach(
            warning ->
                lines.add(
                    context.text().get("check.of-spec", context.text().warnings.of(warning))));
    return lines;
  }

  /** Everything, what needs a look first. */
  List<String> all(PreflightReport report) {
    List<String> lines = new ArrayList<>(open(report));
    report.in(Finding.State.UNKNOWN).forEach(check -> lines.add(line(check)));
    report.in(Finding.State.PASSED).forEach(check -> lines.add(line(check)));
    return lines;
  }

  private String line(Check check) {
    CliText text = context.text();
    return text.get(
        "check." + check.finding().state().name(),
        text.checks.of(check.finding().topic()),
        text.checks.of(check));
  }

  /** A check as it stands in replies. */
  Map<String, Object> fields(Check check) {
    return Reply.fields(
        "topic", check.finding().topic().name().toLowerCase(Locale.ROOT),
        "finding", check.finding().name().toLowerCase(Locale.ROOT),
        "state", check.finding().state().name().toLowerCase(Locale.ROOT),
        "text", context.text().checks.of(check));
  }
}
