package portico.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A schedule as it is printed, for people and for machines. */
final class ScheduleLines {
  private final CliText text;

  ScheduleLines(CliText text) {
    this.text = text;
  }

  List<String> of(Schedule schedule) {
    List<String> lines = new ArrayList<>();
    for (Schedule.Part part : schedule.files()) {
      lines.add(
          text.get(
              schedule.kind() == Schedule.Kind.CRON ? "schedule.crontab" : "schedule.file",
              part.path()));
      lines.add("");
      part.content().lines().forEach(lines::add);
      lines.add("");
    }
    if (schedule.kind() != Schedule.Kind.CRON) {
      lines.add(text.get("schedule.begin"));
      schedule.begin().forEach(each -> lines.add("  " + each));
      lines.add(text.get("schedule.end"));
      schedule.end().forEach(each -> lines.add("  " + each));
    }
    if (schedule.kind() == Schedule.Kind.SYSTEMD) {
      lines.add(text.get("schedule.linger"));
    }
    lines.add(text.get("schedule.credentials"));
    return lines;
  }

  static Reply reply(Schedule schedule) {
    return Reply.of(Reply.SUCCEEDED)
        .put("scheduler", schedule.kind().name().toLowerCase(Locale.ROOT))
        .put(
            "files",
            schedule.files().stream()
                .map(each -> Reply.fields("path", each.path(), "content", each.content()))
                .toList())
        .put("begin", schedule.begin())
        .put("end", schedule.end());
  }
}
