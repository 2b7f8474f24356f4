package portico.probe;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Asks AWS's {@code checkip} service, which answers with the caller's address and nothing else. */
public final class CheckIpAddress implements PublicAddress {
  private static final URI CHECK_IP = URI.create("https://checkip.amazonaws.com/");
  private static final Pattern OCTETS =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");

  private final URI service;
  private final Duration limit;

  public CheckIpAddress() {
    this(CHECK_IP, Duration.ofSeconds(3));
  }

  /** With another service of the same kind and another limit. */
  CheckIpAddress(URI service, Duration limit) {
    this.service = service;
    this.limit = limit;
  }

  @Override
  public Optional<String> find() {
    return switch (lookup()) {
      case Lookup.Known(String ipv4) -> Optional.of(ipv4);
      case Lookup.Unknown(String detail) -> Optional.empty();
    };
  }

  /** What came of asking. */
  sealed interface Lookup {
    /** {@code ipv4} is dotted. */
    record Known(String ipv4) implements Lookup {}

    /** {@code detail} is the system's own words. */
    record Unknown(String detail) implements Lookup {}
  }

  Lookup lookup() {
    var client = HttpClient.newBuilder().connectTimeout(limit).build();
    var request = HttpRequest.newBuilder(service).timeout(limit).build();
    try {
      var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
      return read(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Lookup.Unknown("no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      return new Lookup.Unknown(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lookup.Unknown("interrupted");
    } finally {
      client.shutdownNow();
    }
  }

  private static Lookup read(HttpResponse<byte[]> answer) {
    var text = new String(answer.body(), StandardCharsets.US_ASCII).strip();
    if (answer.statusCode() != 200) {
      return new Lookup.Unknown("status " + answer.statusCode());
    }
    return OCTETS.matcher(text).matches()
        ? new Lookup.Known(text)
        : new Lookup.Unknown("the answer is not an IPv4 address");
  }
}
