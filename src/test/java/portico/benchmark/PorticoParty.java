package portico.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code portico deploy --practice}, as a user runs it. */
record PorticoParty(String name, Path program, Shell shell) implements Party {
  @Override
  public void deploy() throws IOException, InterruptedException {
    run("deploy", "--practice");
  }

  @Override
  public void destroy() throws IOException, InterruptedException {
    run("destroy");
  }

  private void run(String... command) throws IOException, InterruptedException {
    List<String> line = new java.util.ArrayList<>(List.of(program.toString()));
    line.addAll(List.of(command));
    line.addAll(List.of("--name", "demo", "--yes", "--json"));
    shell.run(line);
  }
}
