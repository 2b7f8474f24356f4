package portico.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import portico.catalog.TargetHealth;
import portico.doctor.Diagnosis;
import portico.doctor.Finding;
import portico.doctor.Remedy;
import portico.model.EnvironmentSpec;
import portico.text.DoctorText;
import portico.text.Words;

/** Diagnoses as lines for people and fields for machines; fixes are numbered as they come. */
final class DoctorLines {
  private final CliText text;
  private final DoctorText doctor = new DoctorText(Words.core());
  private final List<EnvironmentSpec> fixes;

  /**
   * @param fixes where the specs of the fixes are put, in the order of their numbers
   */
  DoctorLines(CliText text, List<EnvironmentSpec> fixes) {
    this.text = text;
    this.fixes = fixes;
  }

  List<String> lines(Diagnosis diagnosis) {
    TargetHealth health = diagnosis.health();
    List<String> lines = new ArrayList<>();
    lines.add(
        text.get(
                "doctor.target",
                health.targetId(),
                health.port(),
                diagnosis.group().name(),
                health.state(),
                health.reason())
            .strip());
    for (Finding each : diagnosis.findings()) {
      lines.add(text.get("doctor.finding", doctor.of(each.verdict()), doctor.of(each)));
      each.remedy().ifPresent(remedy -> lines.addAll(lines(remedy)));
    }
    return lines;
  }

  private List<String> lines(Remedy remedy) {
    List<String> lines = new ArrayList<>();
    switch (remedy) {
      case Remedy.Fix(var kind, EnvironmentSpec spec) -> {
        fixes.add(spec);
        lines.add(text.get("doctor.fix", fixes.size(), doctor.of(remedy)));
      }
      case Remedy.Instruction(var step, var command) -> {
        lines.add(text.get("doctor.remedy", doctor.of(remedy)));
        command.ifPresent(each -> lines.add(text.get("doctor.command", each)));
      }
    }
    return lines;
  }

  /**
   * @param before how many fixes have been numbered already
   */
  Map<String, Object> fields(Diagnosis diagnosis, int before) {
    List<Map<String, Object>> findings = new ArrayList<>();
    int number = before;
    for (Finding each : diagnosis.findings()) {
      Map<String, Object> fields =
          Reply.fields(
              "verdict", each.verdict().name().toLowerCase(Locale.ROOT),
              "cause", code(each),
              "text", doctor.of(each));
      if (each.remedy().isPresent()) {
        fields.put("remedy", doctor.of(each.remedy().get()));
        switch (each.remedy().get()) {
          case Remedy.Fix fix -> fields.put("fix", ++number);
          case Remedy.Instruction(var step, var command) ->
              command.ifPresent(line -> fields.put("command", line));
        }
      }
      findings.add(fields);
    }
    TargetHealth health = diagnosis.health();
    return Reply.fields(
        "target_group", diagnosis.group().name(),
        "id", health.targetId(),
        "port", health.port(),
        "state", health.state(),
        "reason", health.reason(),
        "findings", findings);
  }

  /** Such as {@code target_closed}. */
  private static String code(Finding finding) {
    return finding
        .cause()
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
