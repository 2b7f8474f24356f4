package portico.probe;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import portico.probe.ProbeSteps.Answered;
import portico.probe.ProbeSteps.Connected;
import portico.probe.ProbeSteps.Resolved;
import portico.probe.StepResult.Failed;
import portico.probe.StepResult.Ok;
import portico.probe.StepResult.Skipped;
import portico.probe.StepResult.Why;

/**
 * Probes with a plain socket: the JDK's HTTP client sends no Host header but that of the address it
 * connects to, and does not tell resolving, connecting and answering apart. Asks the addresses of
 * the name in turn, as browsers do. No proxy is used: the question is whether this machine reaches
 * it.
 */
public final class HttpEndpointProbe implements EndpointProbe {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** More than any load balancer's head of an answer (16 KiB per header line are allowed). */
  private static final int HEAD_LIMIT = 64 * 1024;

  private final Duration limit;
  private final Resolver resolver;

  /** Looks a name up; the system's resolver outside of tests. */
  interface Resolver {
    InetAddress[] addresses(String name) throws UnknownHostException;
  }

  public HttpEndpointProbe() {
    this(LIMIT, InetAddress::getAllByName);
  }

  HttpEndpointProbe(Duration limit, Resolver resolver) {
    this.limit = limit;
    this.resolver = resolver;
  }

  @Override
  public ProbeResult probe(ProbeTarget target) {
    long started = System.nanoTime();
    return steps(target).result(Duration.ofNanos(System.nanoTime() - started));
  }

  ProbeSteps steps(ProbeTarget target) {
    var clock = new Clock(limit);
    return target
        .via()
        .map(
            address ->
                connected(
                    target,
                    new Ok<>(new Resolved(List.of()), Duration.ZERO),
                    List.of(address),
                    clock))
        .orElseGet(() -> resolved(target, clock));
  }

  private ProbeSteps resolved(ProbeTarget target, Clock clock) {
    var dns = resolve(target.dnsName(), clock);
    return switch (dns.result()) {
      case Ok<Resolved> ok ->
          connected(
              target,
              ok,
              dns.addresses().stream()
                  .map(address -> new InetSocketAddress(address, target.port()))
                  .toList(),
              clock);
      case Failed<Resolved> failed ->
          new ProbeSteps(target, failed, new Skipped<>(), new Skipped<>());
      case Skipped<Resolved> skipped ->
          new ProbeSteps(target, skipped, new Skipped<>(), new Skipped<>());
    };
  }

  private record Lookup(StepResult<Resolved> result, List<InetAddress> addresses) {}

  /** On a thread of its own, because a lookup cannot be given a limit. */
  private Lookup resolve(String name, Clock clock) {
    var step = clock.step();
    var answer = new CompletableFuture<InetAddress[]>();
    Thread.ofPlatform().daemon().name("portico-probe-dns").start(() -> lookUp(name, answer));
    try {
      var addresses = List.of(answer.get(clock.leftMillis(), TimeUnit.MILLISECONDS));
      var texts = addresses.stream().map(InetAddress::getHostAddress).toList();
      return new Lookup(new Ok<>(new Resolved(texts), step.took()), addresses);
    } catch (TimeoutException e) {
      return new Lookup(new Failed<>(Why.TIMED_OUT, "no answer", step.took()), List.of());
    } catch (ExecutionException e) {
      return new Lookup(failed(e.getCause(), step), List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lookup(new Failed<>(Why.OTHER, "interrupted", step.took()), List.of());
    }
  }

  private void lookUp(String name, CompletableFuture<InetAddress[]> answer) {
    try {
      // RFC 6761: names under .localhost are this machine, whatever the resolver says.
      answer.complete(
          isLocalhost(name)
              ? new InetAddress[] {InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})}
              : resolver.addresses(name));
    } catch (UnknownHostException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private static boolean isLocalhost(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("localhost") || lower.endsWith(".localhost");
  }

  private static ProbeSteps connected(
      ProbeTarget target,
      StepResult<Resolved> dns,
      List<InetSocketAddress> addresses,
      Clock clock) {
    var step = clock.step();
    StepResult<Connected> tcp = new Failed<>(Why.UNKNOWN_NAME, "no address", Duration.ZERO);
    for (int i = 0; i < addresses.size(); i++) {
      try (var socket = new Socket()) {
        // Each address gets its share of the time, so that a silent first one leaves some to the
        // next.
        socket.connect(addresses.get(i), clock.share(addresses.size() - i + 1));
        tcp = new Ok<>(new Connected(addresses.get(i)), step.took());
        return new ProbeSteps(target, dns, tcp, ask(socket, target, clock));
      } catch (IOException | RuntimeException e) {
        tcp = failed(e, step);
      }
    }
    return new ProbeSteps(target, dns, tcp, new Skipped<>());
  }

  private static StepResult<Answered> ask(Socket socket, ProbeTarget target, Clock clock) {
    var step = clock.step();
    try {
      var request =
          """
          GET %s HTTP/1.1\r
          Host: %s\r
          User-Agent: portico-probe\r
          Accept: */*\r
          Connection: close\r
          \r
          """
              .formatted(target.path(), target.hostHeader());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      var head = head(socket, clock);
      return answered(head)
          .<StepResult<Answered>>map(answer -> new Ok<>(answer, step.took()))
          .orElseGet(() -> new Failed<>(Why.NOT_HTTP, "not an HTTP answer", step.took()));
    } catch (SocketTimeoutException e) {
      return failed(e, step);
    } catch (IOException e) {
      return new Failed<>(Why.NOT_HTTP, text(e), step.took());
    }
  }

  /** The lines before the first empty one. The limit holds for all reads together. */
  private static List<String> head(Socket socket, Clock clock) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    var bytes = new ByteArrayOutputStream();
    int endings = 0;
    while (bytes.size() < HEAD_LIMIT && endings < 2) {
      socket.setSoTimeout(clock.share(1));
      int read = in.read();
      if (read < 0) {
        break;
      }
      bytes.write(read);
      if (read == '\n') {
        endings++;
      } else if (read != '\r') {
        endings = 0;
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).lines().toList();
  }

  private static Optional<Answered> answered(List<String> head) {
    if (head.isEmpty() || !head.getFirst().matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      return Optional.empty();
    }
    int status = Integer.parseInt(head.getFirst().substring(9, 12));
    var server =
        head.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("server:"))
            .map(line -> line.substring("server:".length()).strip())
            .findFirst();
    return Optional.of(new Answered(status, server));
  }

  private static <F> StepResult<F> failed(@Nullable Throwable thrown, Clock.Step step) {
    var why =
        switch (thrown) {
          case UnknownHostException e -> Why.UNKNOWN_NAME;
          case SocketTimeoutException e -> Why.TIMED_OUT;
          case NoRouteToHostException e -> Why.NO_ROUTE;
          // Some systems tell these by the text alone.
          case ConnectException e when text(e).contains("timed out") -> Why.TIMED_OUT;
          case ConnectException e when text(e).contains("unreachable") -> Why.NO_ROUTE;
          case ConnectException e -> Why.REFUSED;
          case null, default -> Why.OTHER;
        };
    return new Failed<>(why, text(thrown), step.took());
  }

  private static String text(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    var message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : message;
  }

  /** The time of one probe. */
  private static final class Clock {
    private final long end;

    Clock(Duration limit) {
      this.end = System.nanoTime() + limit.toNanos();
    }

    /** Milliseconds left, at least one: zero means no limit to sockets. */
    long leftMillis() {
      return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    /** One of {@code parts} equal parts of the time left, in milliseconds. */
    int share(int parts) throws SocketTimeoutException {
      if (System.nanoTime() >= end) {
        throw new SocketTimeoutException("out of time");
      }
      return (int) Math.max(1, leftMillis() / parts);
    }

    Step step() {
      return new Step(System.nanoTime());
    }

    private record Step(long start) {
      Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
      }
    }
  }
}
