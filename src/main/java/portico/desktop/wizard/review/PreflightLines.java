package portico.desktop.wizard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;
import portico.model.Warning;
import portico.preflight.Check;
import portico.preflight.Finding;
import portico.preflight.Finding.State;
import portico.preflight.PreflightReport;
import portico.text.PreflightText;
import portico.text.WarningText;
import portico.text.Words;

/** Turns what the checks found into lines: the failed first, then what is warned of. */
public final class PreflightLines {
  private final Texts texts;
  private final PreflightText checks = new PreflightText(Words.core());
  private final WarningText warnings = new WarningText(Words.core());

  public PreflightLines(Texts texts) {
    this.texts = texts;
  }

  /** What needs a look: failed, warned of, and what could not be checked. */
  List<PreflightLine> open(PreflightReport report) {
    List<PreflightLine> lines = new ArrayList<>();
    report.in(State.FAILED).forEach(check -> lines.add(line(check)));
    report.in(State.WARNING).forEach(check -> lines.add(line(check)));
    report.warnings().forEach(warning -> lines.add(line(warning)));
    report.in(State.UNKNOWN).forEach(check -> lines.add(line(check)));
    return lines;
  }

  List<PreflightLine> passed(PreflightReport report) {
    return report.in(State.PASSED).stream().map(this::line).toList();
  }

  /** What hinders a deployment, as one sentence; empty when nothing does. */
  Optional<String> firstProblem(PreflightReport report) {
    return report.in(State.FAILED).stream().findFirst().map(checks::of);
  }

  /** Such as "1 problem, 2 warnings". */
  String counts(PreflightReport report) {
    List<String> parts = new ArrayList<>();
    add(parts, report.problems(), "preflight.problem", "preflight.problems");
    add(parts, report.warned(), "preflight.warned", "preflight.warnings");
    add(parts, report.in(State.UNKNOWN).size(), "preflight.unknown", "preflight.unknowns");
    return parts.isEmpty() ? texts.get("preflight.all-passed") : String.join(", ", parts);
  }

  /** The line that stands for all that passed. */
  String passedSummary(PreflightReport report) {
    int count = report.in(State.PASSED).size();
    return texts.get(count == 1 ? "preflight.passed-one" : "preflight.passed", count);
  }

  private void add(List<String> parts, int count, String one, String several) {
    if (count > 0) {
      parts.add(texts.get(count == 1 ? one : several, count));
    }
  }

  private PreflightLine line(Check check) {
    return new PreflightLine(
        check.finding().state(),
        checks.of(check.finding().topic()),
        checks.of(check),
        mend(check.finding()));
  }

  private PreflightLine line(Warning warning) {
    return new PreflightLine(
        State.WARNING,
        texts.get("preflight.warning." + topic(warning)),
        warnings.of(warning),
        Optional.of(mend(warning)));
  }

  private static Optional<StepId> mend(Finding finding) {
    return switch (finding) {
      case TARGET_GROUP_NAME_TAKEN,
          TARGETS_NONE,
          TARGET_GONE,
          TARGET_NOT_RUNNING,
          TARGET_ZONE_NEEDED,
          TARGETS_UNKNOWN,
          TARGETS_RUN ->
          Optional.of(StepId.TARGETS);
      case LOAD_BALANCER_NAME_TAKEN,
          TARGET_CLOSED,
          SECURITY_GROUPS_FOUND,
          SECURITY_GROUPS_UNKNOWN ->
          Optional.of(StepId.ACCESS);
      case SECURITY_GROUP_GONE,
          WEB_ACL_FOUND,
          WEB_ACL_GONE,
          WEB_ACL_UNKNOWN,
          DNS_NAMES_FREE,
          DNS_NAME_TAKEN,
          DNS_NAME_UNFIT,
          DNS_NAME_UNCOVERED,
          DNS_UNKNOWN ->
          Optional.of(StepId.SETTINGS);
      case SUBNET_UNFIT,
          SUBNET_GONE,
          TARGET_OUTSIDE_ZONES,
          SUBNETS_FIT,
          SUBNETS_UNKNOWN,
          IPAM_POOL_FOUND,
          IPAM_POOL_GONE,
          IPAM_POOL_UNKNOWN ->
          Optional.of(StepId.NETWORK);
      case CERTIFICATE_GONE,
          CERTIFICATE_NOT_ISSUED,
          CERTIFICATE_ENDS_SOON,
          CERTIFICATES_ISSUED,
          CERTIFICATES_UNKNOWN ->
          Optional.of(StepId.ROUTING);
      case DENIED, CREDENTIALS_TOO_SHORT, ALLOWED, CREDENTIALS_LAST, CREDENTIALS_LONG_ENOUGH ->
          Optional.of(StepId.ACCOUNT);
      case NAMES_FREE,
          NAMES_UNKNOWN,
          QUOTAS_LEFT,
          QUOTA_EXCEEDED,
          QUOTAS_UNKNOWN,
          PERMISSIONS_UNKNOWN,
          CREDENTIALS_UNKNOWN,
          ENGINE_READY,
          ENGINE_TO_INSTALL,
          PLUGIN_TO_INSTALL ->
          Optional.empty();
    };
  }

  private static StepId mend(Warning warning) {
    return switch (warning) {
      case Warning.OpenToTheWorld _ -> StepId.ACCESS;
      case Warning.PlainHttp _,
          Warning.KeyOverPlainHttp _,
          Warning.UnusedTargetGroup _,
          Warning.HiddenRule _ ->
          StepId.ROUTING;
      case Warning.NoTargets _, Warning.HealthTimeoutShort _ -> StepId.TARGETS;
      case Warning.KeepAliveTooShort _, Warning.KeepAliveUnknown _, Warning.SilenceTooLong _ ->
          StepId.SETTINGS;
    };
  }

  private static String topic(Warning warning) {
    return switch (warning) {
      case Warning.OpenToTheWorld _ -> "open";
      case Warning.PlainHttp _, Warning.KeyOverPlainHttp _ -> "encryption";
      case Warning.UnusedTargetGroup _, Warning.NoTargets _ -> "target-groups";
      case Warning.HiddenRule _ -> "rules";
      case Warning.HealthTimeoutShort _ -> "health";
      case Warning.KeepAliveTooShort _, Warning.KeepAliveUnknown _, Warning.SilenceTooLong _ ->
          "timeouts";
    };
  }
}
