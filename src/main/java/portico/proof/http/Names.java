package portico.proof.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import portico.proof.ProofControl;
import portico.proof.ProofEndpoint;
import portico.proof.ProofProblem;

/** Looks names up, with a limit. */
final class Names {
  private final Resolver resolver;
  private final Duration limit;

  /** The system's resolver outside of tests. */
  interface Resolver {
    InetAddress[] addresses(String name) throws UnknownHostException;
  }

  Names(Resolver resolver, Duration limit) {
    this.resolver = resolver;
    this.limit = limit;
  }

  /** What came of it. */
  sealed interface Found {
    /** {@code thisMachine}: the name is under {@code .localhost}. */
    record Addresses(List<InetSocketAddress> addresses, boolean thisMachine) implements Found {}

    record Nothing(ProofProblem problem) implements Found {}
  }

  Found find(ProofEndpoint endpoint, ProofControl control) {
    String name = endpoint.dnsName();
    boolean own = isLocalhost(name);
    if (endpoint.via().isPresent()) {
      return new Found.Addresses(List.of(endpoint.via().get()), own);
    }
    var answer = new CompletableFuture<InetAddress[]>();
    Thread.ofPlatform().daemon().name("portico-proof-dns").start(() -> lookUp(name, answer));
    try (var _ = control.onCancel(() -> answer.cancel(true))) {
      InetAddress[] found = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Found.Addresses(
          List.of(found).stream()
              .map(each -> new InetSocketAddress(each, endpoint.port()))
              .toList(),
          own);
    } catch (TimeoutException silent) {
      return new Found.Nothing(new ProofProblem.TimedOut(limit));
    } catch (ExecutionException unknown) {
      return new Found.Nothing(new ProofProblem.UnknownName(name, Faults.text(unknown.getCause())));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Found.Nothing(new ProofProblem.Cancelled());
    } catch (java.util.concurrent.CancellationException cancelled) {
      return new Found.Nothing(new ProofProblem.Cancelled());
    }
  }

  private void lookUp(String name, CompletableFuture<InetAddress[]> answer) {
    try {
      // RFC 6761: names under .localhost are this machine, whatever the resolver says.
      answer.complete(
          isLocalhost(name)
              ? new InetAddress[] {InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})}
              : resolver.addresses(name));
    } catch (UnknownHostException | RuntimeException unknown) {
      answer.completeExceptionally(unknown);
    }
  }

  private static boolean isLocalhost(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("localhost") || lower.endsWith(".localhost");
  }
}
