package portico.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link PlainProgram}, a JVM for each run. */
record AutomationParty(Shell shell, List<String> network) implements Party {
  @Override
  public String name() {
    return "automation library";
  }

  @Override
  public void deploy() throws IOException, InterruptedException {
    run("up");
  }

  @Override
  public void destroy() throws IOException, InterruptedException {
    run("destroy");
  }

  private void run(String command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(Jvm.command("-XX:+UseSerialGC"));
    line.add(PlainProgram.class.getName());
    line.add(command);
    line.add(shell.folder().resolve("work").toString());
    line.addAll(network);
    shell.run(line);
  }

  static Path workFolder(Path folder) {
    return folder.resolve("work");
  }
}
