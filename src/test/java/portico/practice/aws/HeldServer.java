package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real server that answers at once, but for {@code /long}, which waits until it is let go. */
final class HeldServer implements AutoCloseable {
  private static final int LIMIT_SECONDS = 20;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final LocalServer server;

  HeldServer(String text) {
    server =
        new LocalServer(
            exchange -> {
              if (exchange.getRequestURI().getPath().equals("/long")) {
                begun.countDown();
                boolean _ = released();
              }
              LocalServer.send(exchange, 200, text);
            });
  }

  private boolean released() {
    try {
      return end.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  LocalServer server() {
    return server;
  }

  /** Sends {@code /long} through a load balancer again while others refuse it with 409. */
  CompletableFuture<HttpResponse<String>> hold(PlaneScene scene, HttpRequest.Builder request)
      throws InterruptedException {
    CompletableFuture<HttpResponse<String>> answer = send(scene, request.build());
    assertThat(begun.await(LIMIT_SECONDS, TimeUnit.SECONDS)).as("the request is here").isTrue();
    return answer;
  }

  private static CompletableFuture<HttpResponse<String>> send(
      PlaneScene scene, HttpRequest request) {
    return scene
        .http
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            answer ->
                answer.statusCode() == 409
                    ? send(scene, request)
                    : CompletableFuture.completedFuture(answer));
  }

  void letGo() {
    end.countDown();
  }

  @Override
  public void close() {
    letGo();
    server.close();
  }
}
