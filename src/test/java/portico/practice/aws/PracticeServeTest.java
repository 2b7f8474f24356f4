package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code portico practice serve} with clients that are not Java's and a server that is neither. */
@Tag("interop")
@Timeout(300)
class PracticeServeTest {
  private static final Pattern ENDPOINT = Pattern.compile("export AWS_ENDPOINT_URL=(\\S+)");
  private static final Pattern REACHED = Pattern.compile("port 80 is reached at (\\S+) ");

  @TempDir private Path folder;
  private Process served;
  private BufferedReader output;

  @BeforeEach
  void serve() throws IOException {
    served =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "portico.Main",
                "practice",
                "serve",
                "--home",
                folder.resolve("home").toString())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    output = served.inputReader();
  }

  private static String classPath() {
    String classes =
        SimulatedAws.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return classes + File.pathSeparator + System.getProperty("java.class.path");
  }

  @AfterEach
  void end() throws InterruptedException {
    served.destroyForcibly();
    assertThat(served.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  /** Reads on until a line has what is looked for. */
  private String next(Pattern pattern) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher found = pattern.matcher(line);
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new AssertionError("ended: " + Files.readString(folder.resolve("errors.txt")));
  }

  private record Finished(int code, String output) {}

  private Finished run(Map<String, String> variables, String... command)
      throws InterruptedException {
    Path text = folder.resolve("output.txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(List.of(command)))
              .redirectErrorStream(true)
              .redirectOutput(text.toFile());
      builder.environment().putAll(variables);
      Process process = builder.start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Finished(-1, "took longer than 120 s");
      }
      return new Finished(process.exitValue(), Files.readString(text, StandardCharsets.UTF_8));
    } catch (IOException absent) {
      return new Finished(-1, String.valueOf(absent.getMessage()));
    }
  }

  private static Map<String, String> variables(String endpoint) {
    return Map.of(
        "AWS_ENDPOINT_URL",
        endpoint,
        "AWS_ACCESS_KEY_ID",
        "practice",
        "AWS_SECRET_ACCESS_KEY",
        "practice",
        "AWS_REGION",
        "us-west-2",
        "AWS_DEFAULT_REGION",
        "us-west-2");
  }

  @Test
  void boto3_puts_a_python_server_behind_a_load_balancer_and_curl_gets_its_answer()
      throws Exception {
    assumeTrue(run(Map.of(), "python3", "-c", "import boto3").code() == 0, "boto3 is missing");
    assumeTrue(run(Map.of(), "curl", "--version").code() == 0, "curl is missing");
    Path site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(site.resolve("index.html"), "made by python\n");
    Process python =
        new ProcessBuilder(
                "python3",
                "-u",
                "-m",
                "http.server",
                "0",
                "--bind",
                "127.0.0.1",
                "-d",
                site.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader started = python.inputReader()) {
      String port = started.readLine().replaceAll(".*port (\\d+).*", "$1");
      String endpoint = next(ENDPOINT);
      Path script = folder.resolve("serve.py");
      try (InputStream source =
          Objects.requireNonNull(getClass().getResourceAsStream("boto3_serve.py"))) {
        Files.copy(source, script);
      }
      Finished made = run(variables(endpoint), "python3", script.toString(), port);
      assertThat(made.output()).endsWith("healthy\n");

      String address = next(REACHED);
      Finished answer = run(Map.of(), "curl", "-sS", "-i", address + "/index.html");
      assertThat(answer.output()).contains("HTTP/1.1 200 OK", "made by python");
    } finally {
      python.destroyForcibly();
    }
  }

  @Test
  void the_aws_command_line_works_with_it() throws Exception {
    Path tools = folder.resolve("tools");
    assumeTrue(
        run(Map.of(), "python3", "-m", "venv", tools.toString()).code() == 0,
        "python3 cannot make virtual environments here");
    String pip = tools.resolve("bin/pip").toString();
    assumeTrue(
        run(Map.of(), pip, "install", "-q", "awscli").code() == 0, "awscli cannot be had here");
    Map<String, String> variables = variables(next(ENDPOINT));
    String aws = tools.resolve("bin/aws").toString();

    assertThat(run(variables, aws, "sts", "get-caller-identity").output()).contains("123456789012");
    assertThat(
            run(variables, aws, "elbv2", "create-target-group", "--name", "cli", "--target-type")
                .code())
        .isNotZero();
    assertThat(run(variables, aws, "elbv2", "describe-load-balancers").output())
        .contains("\"LoadBalancers\": []");
    assertThat(run(variables, aws, "ec2", "describe-vpcs").output()).contains("ml-platform");
  }

  @Test
  void sigterm_ends_it_cleanly() throws Exception {
    next(ENDPOINT);
    served.destroy();

    assertThat(served.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(served.exitValue()).isEqualTo(128 + 15);
    assertThat(folder.resolve("errors.txt")).content().doesNotContain("Exception");
  }
}
