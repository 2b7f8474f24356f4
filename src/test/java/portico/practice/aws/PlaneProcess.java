package portico.practice.aws;

import java.io.IOException;
import java.nio.file.Path;

/** A process that runs the data plane of the account in a folder until it is killed. */
final class PlaneProcess {
  private PlaneProcess() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try (Simulation _ = PlaneScene.open(Path.of(args[0]))) {
      PlaneScene.await(() -> Path.of(args[0]).resolve("data-plane.json").toFile().exists());
      System.out.println("running");
      Thread.currentThread().join();
    }
  }
}
