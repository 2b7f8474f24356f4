package portico.practice.aws.data;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A plane with its event loop and the built-in server, from start to end. */
final class PlaneRun implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Context loop;
  private final Plane plane;
  private final AtomicReference<Snapshot> current;

  private PlaneRun(Vertx vertx, Context loop, Plane plane, AtomicReference<Snapshot> current) {
    this.vertx = vertx;
    this.loop = loop;
    this.plane = plane;
    this.current = current;
  }

  /**
   * Starts.
   *
   * @throws IOException when it does not within 5 s
   */
  static PlaneRun start(Clock clock, DataPlaneSettings settings, Authority authority, Board board)
      throws IOException {
    Vertx vertx =
        Vertx.builder()
            .with(
                new VertxOptions()
                    .setEventLoopPoolSize(1)
                    .setWorkerPoolSize(2)
                    .setInternalBlockingPoolSize(2)
                    .setUseDaemonThread(true)
                    .setFileSystemOptions(
                        new FileSystemOptions()
                            .setFileCachingEnabled(false)
                            .setClassPathResolvingEnabled(false)))
            .build();
    AtomicReference<Snapshot> current = new AtomicReference<>(Snapshot.EMPTY);
    Context loop = vertx.getOrCreateContext();
    BuiltInServer builtIn = new BuiltInServer(vertx, id -> current.get().instance(id));
    HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
    HttpServer server = vertx.createHttpServer(options).requestHandler(builtIn::handle);
    try {
      int port = await(on(loop, () -> server.listen())).actualPort();
      Plane plane =
          await(
              on(
                  loop,
                  () ->
                      Future.succeededFuture(
                          new Plane(vertx, clock, settings, authority, board, port))));
      return new PlaneRun(vertx, loop, plane, current);
    } catch (IOException failed) {
      vertx.close();
      throw failed;
    }
  }

  private static <T> Future<T> on(Context loop, Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(
        _ -> {
          try {
            work.get().onComplete(done);
          } catch (RuntimeException failed) {
            done.fail(failed);
          }
        });
    return done.future();
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("the data plane does not start or stop", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /** Goes by another snapshot from now on. */
  void update(Snapshot snapshot, Map<String, Integer> ports) {
    current.set(snapshot);
    loop.runOnContext(_ -> plane.update(snapshot, ports));
  }

  @Override
  public void close() throws IOException {
    await(on(loop, () -> plane.stop().mapEmpty()));
    await(vertx.close());
  }
}
