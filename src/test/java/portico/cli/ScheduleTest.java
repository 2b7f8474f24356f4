package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the schedulers are told, to the letter. */
class ScheduleTest {
  private static final Path SCRIPT = Path.of("/opt/portico 1/bin/portico");
  private static final Path HOME = Path.of("/home/ada/100% $mine");

  private static Schedule schedule(Schedule.Kind kind, Path home) {
    Terminal terminal =
        new Terminal(
            new PrintStream(PrintStream.nullOutputStream()),
            new PrintStream(PrintStream.nullOutputStream()),
            Reader.nullReader(),
            false,
            Map.of(
                "HOME", "/home/ada",
                "PATH", "/usr/bin:/opt/go & co/bin",
                "AWS_SECRET_ACCESS_KEY", "s3cret"));
    return Schedule.of(kind, SCRIPT, home, terminal);
  }

  private static String content(Schedule schedule) {
    return schedule.files().stream().map(Schedule.Part::content).collect(Collectors.joining());
  }

  @Test
  void systemd_gets_a_service_and_a_timer() {
    Schedule schedule = schedule(Schedule.Kind.SYSTEMD, HOME);

    assertThat(schedule.files())
        .extracting(Schedule.Part::path)
        .first()
        .asString()
        .matches("~/.config/systemd/user/portico-expire-[0-9a-f]{8}.service");
    assertThat(content(schedule))
        .contains(
            "ExecStart=\"/opt/portico 1/bin/portico\" expire --home \"/home/ada/100%% $$mine\"")
        .contains("Environment=\"PATH=/usr/bin:/opt/go & co/bin\"")
        .contains("KillMode=process", "OnCalendar=*:0/5", "Persistent=true");
    assertThat(schedule.begin()).contains("systemctl --user daemon-reload");
  }

  @Test
  void the_usual_home_has_the_plain_name() {
    assertThat(schedule(Schedule.Kind.SYSTEMD, Path.of("/home/ada/.portico")).begin())
        .contains("systemctl --user enable --now portico-expire.timer");
  }

  @Test
  void launchd_gets_a_well_formed_property_list() throws Exception {
    Schedule schedule = schedule(Schedule.Kind.LAUNCHD, HOME);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);

    var document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(content(schedule).getBytes(StandardCharsets.UTF_8)));

    assertThat(
            document
                .getElementsByTagName("array")
                .item(0)
                .getTextContent()
                .lines()
                .map(String::strip))
        .contains(SCRIPT.toString(), "expire", "--home", HOME.toString());
    assertThat(document.getElementsByTagName("integer").item(0).getTextContent()).isEqualTo("300");
    assertThat(schedule.begin().getFirst())
        .startsWith("launchctl bootstrap gui/$(id -u) ~/Library");
  }

  @Test
  void the_task_scheduler_gets_one_command() {
    assertThat(schedule(Schedule.Kind.SCHTASKS, HOME).begin().getFirst())
        .contains("/SC MINUTE /MO 5")
        .endsWith(
            "/TR \"\\\"/opt/portico 1/bin/portico\\\" expire --home \\\"/home/ada/100% $mine\\\"\"");
  }

  @Test
  void cron_gets_a_line_in_which_a_percent_sign_is_one() {
    assertThat(content(schedule(Schedule.Kind.CRON, HOME)))
        .isEqualTo(
            """
            PATH=/usr/bin:/opt/go & co/bin
            */5 * * * * '/opt/portico 1/bin/portico' expire --home '/home/ada/100\\% $mine' >>'/home/ada/100\\% $mine/expire.log' 2>&1
            """);
  }

  @ParameterizedTest
  @EnumSource(Schedule.Kind.class)
  void no_secret_is_in_it(Schedule.Kind kind) {
    Schedule schedule = schedule(kind, HOME);

    assertThat(schedule.toString()).doesNotContain("s3cret");
    assertThat(new ScheduleLines(new CliText()).of(schedule)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Linux, SYSTEMD", "Mac OS X, LAUNCHD", "Windows 11, SCHTASKS", "FreeBSD, SYSTEMD"})
  void each_system_has_its_usual_one(String system, Schedule.Kind kind) {
    assertThat(Schedule.Kind.usual(system)).isEqualTo(kind);
  }

  @Test
  void the_start_script_lies_beside_the_jar(@TempDir Path app) throws IOException {
    Path script = app.resolve("bin").resolve("portico");
    String classPath =
        app.resolve("lib").resolve("jackson.jar")
            + File.pathSeparator
            + app.resolve("lib").resolve("portico.jar");

    assertThat(StartScript.of(classPath)).isEmpty();
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n");
    assertThat(StartScript.of(classPath)).contains(script);
  }
}
