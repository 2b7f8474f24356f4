package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import portico.operation.OperationRequest;

/** A command line on which environments are deployed. */
abstract class DeployScene {
  final CliRun cli = new CliRun();
  @TempDir Path folder;

  OperationRequest onlyStarted() {
    assertThat(cli.fakes.operations.started).hasSize(1);
    return cli.fakes.operations.started.getFirst();
  }

  String file(String content) throws Exception {
    return Files.writeString(folder.resolve("spec.yaml"), content).toString();
  }
}
