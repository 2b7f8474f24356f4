package portico.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import portico.catalog.BalancerUse;
import portico.catalog.OwnedResource;
import portico.catalog.Removal;
import portico.catalog.Removal.Reason;
import portico.service.Findings;
import portico.service.Leftover;
import portico.text.LeftoverText;
import portico.text.Message;
import portico.text.Words;

/** What a sweep found and did, in lines and for JSON. */
final class SweepReport {
  private final CliText text;
  private final LeftoverText leftovers = new LeftoverText(Words.core());
  private final Findings found;
  private final Map<Leftover, Removal> removals = new LinkedHashMap<>();
  private boolean stopped;

  SweepReport(CliText text, Findings found) {
    this.text = text;
    this.found = found;
  }

  void swept(Leftover leftover, Removal removal) {
    removals.put(leftover, removal);
  }

  void stopped(boolean now) {
    stopped = now;
  }

  // --- Lines

  /** What there is. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (found.isEmpty()) {
      lines.add(text.get("sweep.none"));
    }
    if (!found.here().isEmpty()) {
      lines.add(text.get("sweep.here"));
      lines.addAll(table(found.here()));
    }
    if (!found.elsewhere().isEmpty()) {
      lines.add(text.get("sweep.elsewhere"));
      lines.addAll(table(found.elsewhere()));
    }
    if (!found.known().isEmpty()) {
      lines.add(text.get("sweep.known", String.join(", ", found.known())));
    }
    found
        .bucketsUnknown()
        .ifPresent(why -> lines.add(text.get("sweep.no-buckets", text.failures.of(why).what())));
    return lines;
  }

  private List<String> table(List<Leftover> all) {
    Table table =
        Table.of(
            text.get("column.environment"),
            text.get("column.installation"),
            text.get("column.made"),
            text.get("column.healthy"),
            text.get("column.protected"),
            text.get("column.resources"));
    for (Leftover each : all) {
      table.row(
          each.environment(),
          each.installation(),
          each.since().map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-"),
          each.use().map(BalancerUse::healthyTargets).map(String::valueOf).orElse("-"),
          text.get(each.isProtected() ? "cell.yes" : "cell.no"),
          leftovers.counted(each.resources()));
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    table.print(new PrintStream(printed, true, StandardCharsets.UTF_8));
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** A resource that is gone. */
  String removedLine(OwnedResource gone) {
    return text.get("sweep.removed", leftovers.of(gone.kind()), leftovers.nameOf(gone));
  }

  /** Why something is still there, each reason once. */
  List<Message> messages(Removal removal) {
    Map<Message, List<String>> byReason = new LinkedHashMap<>();
    for (Removal.Kept kept : removal.kept()) {
      OwnedResource resource = kept.resource();
      byReason
          .computeIfAbsent(leftovers.of(kept), _ -> new ArrayList<>())
          .add(leftovers.of(resource.kind()) + " " + leftovers.nameOf(resource));
    }
    return byReason.entrySet().stream()
        .map(
            each ->
                new Message(
                    text.get(
                        "sweep.kept", String.join(", ", each.getValue()), each.getKey().what()),
                    "",
                    each.getKey().next()))
        .toList();
  }

  /** How it ended. */
  List<String> conclusion() {
    return removals.entrySet().stream()
        .map(
            each ->
                text.get(
                    each.getValue().isComplete() ? "sweep.gone" : "sweep.partly",
                    each.getKey().environment(),
                    each.getValue().removed().size(),
                    each.getValue().kept().size()))
        .toList();
  }

  // --- For machines

  private boolean isComplete() {
    return removals.values().stream().allMatch(Removal::isComplete);
  }

  int exitCode() {
    if (isComplete()) {
      return ExitCode.DONE;
    }
    return stopped ? ExitCode.CANCELLED : ExitCode.FAILED;
  }

  Reply reply() {
    List<Map<String, Object>> all = new ArrayList<>();
    found.here().forEach(each -> all.add(fields(each)));
    found.elsewhere().forEach(each -> all.add(fields(each)));
    Reply reply =
        Reply.of(isComplete() ? Reply.SUCCEEDED : stopped ? Reply.CANCELLED : Reply.FAILED)
            .put("leftovers", all)
            .put("known_environments", found.known());
    found
        .bucketsUnknown()
        .ifPresent(
            why ->
                reply.put(
                    "buckets_not_read", Reply.fields(FailureCode.of(why), text.failures.of(why))));
    return reply;
  }

  private Map<String, Object> fields(Leftover leftover) {
    Map<String, Object> fields =
        Reply.fields(
            "environment", leftover.environment(),
            "installation", leftover.installation(),
            "this_installation", leftover.here(),
            "deletion_protected", leftover.isProtected(),
            "resources", leftover.resources().stream().map(SweepReport::fields).toList());
    leftover
        .since()
        .ifPresent(at -> fields.put("made", at.truncatedTo(ChronoUnit.SECONDS).toString()));
    leftover.use().ifPresent(use -> fields.put("healthy_targets", use.healthyTargets()));
    Removal removal = removals.get(leftover);
    if (removal != null) {
      fields.put("removed", removal.removed().stream().map(SweepReport::fields).toList());
      fields.put("kept", removal.kept().stream().map(this::fields).toList());
    }
    return fields;
  }

  private static Map<String, Object> fields(OwnedResource resource) {
    return Reply.fields(
        "kind", resource.kind().name().toLowerCase(Locale.ROOT),
        "name", resource.name(),
        "id", resource.id());
  }

  private Map<String, Object> fields(Removal.Kept kept) {
    Map<String, Object> fields = fields(kept.resource());
    Message why = leftovers.of(kept);
    fields.put("reason", code(kept.reason()));
    fields.put("what", why.what());
    fields.put("next", why.next());
    return fields;
  }

  private static String code(Reason reason) {
    return switch (reason) {
      case Reason.Refused(var failure) -> FailureCode.of(failure);
      case Reason.StillInUse _ -> "still_in_use";
      case Reason.OutOfTime _ -> "out_of_time";
      case Reason.Stopped _ -> "stopped";
      case Reason.HoldsLogs _ -> "holds_logs";
      case Reason.DeletionProtected _ -> "deletion_protected";
      case Reason.EnvironmentKnown _ -> "environment_known";
    };
  }
}
