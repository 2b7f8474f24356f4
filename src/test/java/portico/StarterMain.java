package portico;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentSpec;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.ProviderKind;
import portico.operation.journal.OperationFolder;
import portico.testing.TestEngine;

/** A process that starts a deploy, prints its id and waits to be killed. */
final class StarterMain {
  private StarterMain() {}

  static Process launch(FaultScene scene) throws IOException {
    // The spec travels as any operation's request does.
    Path folder = Files.createDirectories(scene.root.resolve("starter"));
    new OperationFolder(folder)
        .writeRequest(
            new OperationRequest(
                new OperationId("20000101-000000-000-0000"),
                OperationKind.DEPLOY,
                LiveHome.DEMO,
                scene.spec,
                scene.account,
                ProviderKind.BUNDLED,
                Instant.EPOCH));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StarterMain.class.getName(),
                scene.root.toString(),
                scene.aws.endpoint().toString(),
                folder.toString()));
    builder.environment().put("PORTICO_PULUMI", TestEngine.binary().toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Arguments: home, endpoint, folder of the request. */
  public static void main(String[] args) throws InterruptedException {
    EnvironmentSpec spec = new OperationFolder(Path.of(args[2])).request().orElseThrow().spec();
    CloudAccount account = new CloudAccount.Endpoint(URI.create(args[1]), Optional.empty());
    try (LiveHome home = new LiveHome(Path.of(args[0]), account)) {
      System.out.println(home.start(OperationKind.DEPLOY, spec).value());
      Thread.currentThread().join();
    }
  }
}
