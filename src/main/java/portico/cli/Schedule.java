package portico.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What makes a system run {@code portico expire} every five minutes. Nothing is installed here: the
 * files and commands are for the user to look at and to run.
 *
 * @param files what to write where
 * @param begin commands that turn it on, in order
 * @param end commands that turn it off
 */
record Schedule(Kind kind, List<Part> files, List<String> begin, List<String> end) {
  private static final int MINUTES = 5;

  /** What a scheduler does not know and an operation may need; none of them is a secret. */
  private static final List<String> VARIABLES =
      List.of(
          "PATH",
          "JAVA_HOME",
          "PORTICO_JAVA",
          "PORTICO_PULUMI",
          "AWS_PROFILE",
          "AWS_CONFIG_FILE",
          "AWS_SHARED_CREDENTIALS_FILE");

  /** Schedulers that are known. */
  enum Kind {
    SYSTEMD,
    LAUNCHD,
    SCHTASKS,
    CRON;

    /** That of the operating system. */
    static Kind usual(String system) {
      String name = system.toLowerCase(Locale.ROOT);
      if (name.startsWith("windows")) {
        return SCHTASKS;
      }
      return name.startsWith("mac") ? LAUNCHD : SYSTEMD;
    }
  }

  /** A file whole, or lines to add to one. */
  record Part(String path, String content) {}

  Schedule {
    files = List.copyOf(files);
    begin = List.copyOf(begin);
    end = List.copyOf(end);
  }

  /** What every scheduler is told. */
  private record Job(String name, String script, String home, Map<String, String> variables) {}

  static Schedule of(Kind kind, Path script, Path home, Terminal terminal) {
    Map<String, String> variables = new LinkedHashMap<>();
    VARIABLES.forEach(name -> terminal.variable(name).ifPresent(it -> variables.put(name, it)));
    String whole = home.toAbsolutePath().normalize().toString();
    Job job = new Job(name(home, terminal), script.toString(), whole, variables);
    return switch (kind) {
      case SYSTEMD -> systemd(job);
      case LAUNCHD -> launchd(job);
      case SCHTASKS -> schtasks(job);
      case CRON -> cron(job);
    };
  }

  /** Homes that are not the usual one have schedules of their own. */
  private static String name(Path home, Terminal terminal) {
    Optional<Path> usual = terminal.variable("HOME").map(each -> Path.of(each, ".portico"));
    Path whole = home.toAbsolutePath().normalize();
    return usual.filter(whole::equals).isPresent()
        ? "portico-expire"
        : "portico-expire-%08x".formatted(whole.toString().hashCode());
  }

  private static Schedule systemd(Job job) {
    String folder = "~/.config/systemd/user/";
    String environment =
        job.variables().entrySet().stream()
            .map(each -> "Environment=" + unit(each.getKey() + "=" + each.getValue()) + "\n")
            .collect(Collectors.joining());
    String service =
        """
        [Unit]
        Description=Destroys Portico environments whose time is over

        [Service]
        Type=oneshot
        # An operation outlives the command that started it.
        KillMode=process
        %sExecStart=%s expire --home %s
        """
            .formatted(
                environment,
                unit(job.script()).replace("$", "$$"),
                unit(job.home()).replace("$", "$$"));
    String timer =
        """
        [Unit]
        Description=Looks every %d minutes for Portico environments whose time is over

        [Timer]
        OnCalendar=*:0/%d
        Persistent=true

        [Install]
        WantedBy=timers.target
        """
            .formatted(MINUTES, MINUTES);
    return new Schedule(
        Kind.SYSTEMD,
        List.of(
            new Part(folder + job.name() + ".service", service),
            new Part(folder + job.name() + ".timer", timer)),
        List.of(
            "systemctl --user daemon-reload",
            "systemctl --user enable --now " + job.name() + ".timer",
            "loginctl enable-linger"),
        List.of("systemctl --user disable --now " + job.name() + ".timer"));
  }

  /** Quoted for a unit file, in which a percent sign begins a specifier. */
  private static String unit(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + "\"";
  }

  private static Schedule launchd(Job job) {
    String label = "local." + job.name();
    String path = "~/Library/LaunchAgents/" + label + ".plist";
    String environment =
        job.variables().entrySet().stream()
            .map(
                each ->
                    "    <key>%s</key><string>%s</string>\n"
                        .formatted(xml(each.getKey()), xml(each.getValue())))
            .collect(Collectors.joining());
    String plist =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>Label</key><string>%s</string>
          <key>ProgramArguments</key>
          <array>
            <string>%s</string>
            <string>expire</string>
            <string>--home</string>
            <string>%s</string>
          </array>
          <key>EnvironmentVariables</key>
          <dict>
        %s  </dict>
          <key>StartInterval</key><integer>%d</integer>
          <key>RunAtLoad</key><true/>
          <key>AbandonProcessGroup</key><true/>
        </dict>
        </plist>
        """
            .formatted(label, xml(job.script()), xml(job.home()), environment, MINUTES * 60);
    return new Schedule(
        Kind.LAUNCHD,
        List.of(new Part(path, plist)),
        List.of("launchctl bootstrap gui/$(id -u) " + path),
        List.of("launchctl bootout gui/$(id -u)/" + label));
  }

  private static String xml(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Schedule schtasks(Job job) {
    return new Schedule(
        Kind.SCHTASKS,
        List.of(),
        List.of(
            "schtasks /Create /F /TN \"%s\" /SC MINUTE /MO %d /TR \"\\\"%s\\\" expire --home \\\"%s\\\"\""
                .formatted(job.name(), MINUTES, job.script(), job.home())),
        List.of("schtasks /Delete /F /TN \"" + job.name() + "\""));
  }

  private static Schedule cron(Job job) {
    String variables =
        job.variables().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue() + "\n")
            .collect(Collectors.joining());
    String line =
        "*/%d * * * * %s expire --home %s >>%s 2>&1\n"
            .formatted(
                MINUTES,
                shell(job.script()),
                shell(job.home()),
                shell(Path.of(job.home()).resolve("expire.log").toString()));
    return new Schedule(
        Kind.CRON,
        List.of(new Part("crontab", variables + line)),
        List.of("crontab -e"),
        List.of());
  }

  /** Quoted for a shell in a crontab, where a percent sign would end the command. */
  private static String shell(String value) {
    return "'" + value.replace("'", "'\\''").replace("%", "\\%") + "'";
  }
}
