package portico.engine.install;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import portico.operation.EngineFailure;
import portico.operation.EngineFailure.DownloadFailed;
import portico.operation.EngineFailure.DownloadFailed.Cause;

/** Brings files from the network to the disk, never waiting longer than the limits say. */
final class Download implements AutoCloseable {
  private static final long POLL_MILLIS = 100;
  private static final int OK = 200;

  private final EngineSettings settings;
  private final BooleanSupplier cancelled;
  private final HttpClient client;

  Download(EngineSettings settings, BooleanSupplier cancelled) {
    this.settings = settings;
    this.cancelled = cancelled;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.limits().connect())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(new EnvironmentProxies(settings))
            .build();
  }

  /** Writes the file at the address to the target; empty when all of it came. */
  Optional<EngineFailure> toFile(
      URI uri, Path target, long mostBytes, Consumer<InstallEvent> progress) {
    try (FileChannel file =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var transfer = new Transfer(uri, new FileBody(file, mostBytes), progress);
      return transfer.await();
    } catch (IOException e) {
      return Optional.of(FreeSpace.whyNotWritten(settings, e));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** One request on its way. */
  private final class Transfer {
    private final URI uri;
    private final FileBody body;
    private final Consumer<InstallEvent> progress;
    private final CompletableFuture<HttpResponse<Long>> answer;
    private volatile OptionalLong total = OptionalLong.empty();
    private volatile boolean answered;

    Transfer(URI uri, FileBody body, Consumer<InstallEvent> progress) {
      this.uri = uri;
      this.body = body;
      this.progress = progress;
      var request = HttpRequest.newBuilder(Redaction.of(uri)).GET().build();
      this.answer = client.sendAsync(request, this::subscriber);
    }

    private HttpResponse.BodySubscriber<Long> subscriber(HttpResponse.ResponseInfo info) {
      if (info.statusCode() != OK) {
        return BodySubscribers.replacing(0L);
      }
      answered = true;
      total = info.headers().firstValueAsLong("Content-Length");
      return body;
    }

    Optional<EngineFailure> await() {
      long end = System.nanoTime() + settings.limits().download().toNanos();
      try {
        while (true) {
          try {
            HttpResponse<Long> response = answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            tell();
            return response.statusCode() == OK
                ? Optional.empty()
                : failed(Cause.REFUSED, "HTTP " + response.statusCode());
          } catch (TimeoutException e) {
            tell();
          }
          Optional<EngineFailure> failure = interruption(end);
          if (failure.isPresent()) {
            return failure;
          }
        }
      } catch (ExecutionException e) {
        return Optional.of(why(e.getCause() == null ? e : e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of(new EngineFailure.Cancelled());
      } finally {
        answer.cancel(true);
      }
    }

    private void tell() {
      if (answered) {
        progress.accept(new InstallEvent.Downloading(body.received(), total));
      }
    }

    private Optional<EngineFailure> interruption(long end) {
      long now = System.nanoTime();
      Duration stall = settings.limits().stall();
      if (cancelled.getAsBoolean()) {
        return Optional.of(new EngineFailure.Cancelled());
      }
      if (now - body.lastByteNanos() > stall.toNanos()) {
        return failed(Cause.STALLED, "no byte for " + stall.toMillis() + " ms");
      }
      return now - end >= 0
          ? failed(Cause.TOO_SLOW, "limit " + settings.limits().download())
          : Optional.empty();
    }

    private EngineFailure why(Throwable cause) {
      String detail = Redaction.of(cause.toString());
      return switch (cause) {
        case WriteFailed write -> FreeSpace.whyNotWritten(settings, write);
        case FileBody.TooLarge _ -> new DownloadFailed(Redaction.of(uri), Cause.TOO_LARGE, detail);
        case UnknownHostException _ -> unreachable(detail);
        case ConnectException _ -> unreachable(detail);
        case HttpConnectTimeoutException _ -> unreachable(detail);
        case SSLException _ -> unreachable(detail);
        case Throwable _ ->
            new DownloadFailed(
                Redaction.of(uri), answered ? Cause.CUT_OFF : Cause.UNREACHABLE, detail);
      };
    }

    private EngineFailure unreachable(String detail) {
      return new DownloadFailed(Redaction.of(uri), Cause.UNREACHABLE, detail);
    }

    private Optional<EngineFailure> failed(Cause cause, String detail) {
      return Optional.of(new DownloadFailed(Redaction.of(uri), cause, detail));
    }
  }
}
