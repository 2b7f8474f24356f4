package portico.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import portico.testing.TestEngine;

/**
 * What Portico costs beside a bare {@code pulumi up}: all parties deploy the same six resources
 * with the same engine, the same provider and the same simulated AWS (4 s of provisioning), by
 * turns. Each time is that of a whole run of the program, as its user waits for it. For those who
 * deploy without Portico, the provider and the simulated AWS run already, in a process of their
 * own, and the stack is made beforehand; Portico starts and makes its own within its time.
 *
 * <p>Properties: {@code benchmark.rounds} (5); {@code benchmark.portico}, the programs to compare,
 * separated by commas ({@code target/portico/bin/portico}); {@code benchmark.yaml}, the folder of
 * {@code pulumi-language-yaml}, without which there is no such party.
 */
public final class DeployBenchmark {
  private static final String PROVISIONING_MILLIS = "4000";

  private final Figures figures = new Figures();

  private DeployBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    new DeployBenchmark().run(Files.createTempDirectory("portico-benchmark"));
  }

  private void run(Path folder) throws IOException, InterruptedException {
    List<Process> clouds = new ArrayList<>();
    try {
      List<Party> parties = parties(folder, clouds);
      int rounds = Integer.getInteger("benchmark.rounds", 5);
      for (int round = 1; round <= rounds; round++) {
        for (Party party : parties) {
          System.out.printf("round %d, %s:", round, party.name());
          time("first deploy", party, party::deploy);
          time("deploy without changes", party, party::deploy);
          time("destroy", party, party::destroy);
          party.afterDestroy();
          System.out.println();
        }
      }
    } finally {
      clouds.forEach(Process::destroy);
    }
    System.out.println();
    System.out.println(figures.table());
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private void time(String what, Party party, Work work) throws IOException, InterruptedException {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    figures.add(what, party.name(), seconds);
    System.out.printf(" %s %.1f s", what, seconds);
    System.out.flush();
  }

  private static List<Party> parties(Path folder, List<Process> clouds)
      throws IOException, InterruptedException {
    Path pulumi = TestEngine.binary();
    List<Party> parties = new ArrayList<>();
    for (String program :
        System.getProperty("benchmark.portico", "target/portico/bin/portico").split(",")) {
      Path own = Files.createDirectory(folder.resolve("portico" + parties.size()));
      parties.add(
          new PorticoParty(
              parties.isEmpty() ? "portico" : "portico (" + program + ")",
              Path.of(program).toAbsolutePath(),
              new Shell(
                  own,
                  Map.of(
                      "PORTICO_PULUMI",
                      pulumi.toString(),
                      "PORTICO_HOME",
                      own.resolve("home").toString()))));
    }
    String yaml = System.getProperty("benchmark.yaml", "");
    if (!yaml.isEmpty()) {
      Path own = Files.createDirectory(folder.resolve("yaml"));
      List<String> cloud = startCloud(own, clouds);
      Shell shell = new Shell(own, environment(own, pulumi, cloud.getFirst(), yaml));
      parties.add(YamlParty.prepared(pulumi, shell, cloud.subList(2, cloud.size())));
    }
    Path own = Files.createDirectory(folder.resolve("automation"));
    Files.createDirectory(AutomationParty.workFolder(own));
    List<String> cloud = startCloud(own, clouds);
    parties.add(
        new AutomationParty(
            new Shell(own, environment(own, pulumi, cloud.getFirst(), "")),
            cloud.subList(2, cloud.size())));
    return parties;
  }

  private static List<String> startCloud(Path own, List<Process> clouds) throws IOException {
    List<String> line = new ArrayList<>(Jvm.command("-XX:+UseSerialGC", "-Xmx512m"));
    line.addAll(
        List.of(
            BenchmarkCloud.class.getName(), own.resolve("aws").toString(), PROVISIONING_MILLIS));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    clouds.add(process);
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String told = output.readLine();
    if (told == null) {
      throw new IOException("the simulated AWS did not start");
    }
    return List.of(told.split(" "));
  }

  private static Map<String, String> environment(
      Path own, Path pulumi, String providerPort, String yaml) throws IOException {
    Path passphrase = Files.writeString(own.resolve("passphrase"), "benchmark");
    Path state = Files.createDirectory(own.resolve("state"));
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", pulumi.getParent() + ":" + yaml + ":" + System.getenv("PATH"));
    environment.put("PULUMI_HOME", own.resolve("pulumi").toString());
    environment.put("PULUMI_BACKEND_URL", "file://" + state);
    environment.put("PULUMI_CONFIG_PASSPHRASE_FILE", passphrase.toString());
    environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    environment.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    environment.put("PULUMI_DEBUG_PROVIDERS", "aws:" + providerPort);
    return environment;
  }
}
