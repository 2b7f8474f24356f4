package portico.practice.aws.data;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The connections of clients to one listener: closes those without a request for the idle timeout,
 * and lets none take new requests after the client keep-alive time. For the event loop alone.
 */
final class ClientConnections {
  private static final long LONGEST_DAYS = 7;

  private final Duration second;
  private final Map<HttpConnection, Use> uses = new HashMap<>();

  private static final class Use {
    final long opened = System.nanoTime();
    long last = System.nanoTime();
    int requests;
    boolean closing;
  }

  /** Those of a new listener; {@code second} is how long one of the keep-alive time's takes. */
  ClientConnections(Duration second) {
    this.second = second;
  }

  void opened(HttpConnection connection) {
    uses.put(connection, new Use());
    connection.closeHandler(_ -> uses.remove(connection));
  }

  /** A request begins; whether its connection is so old that it shall be the last. */
  boolean begin(HttpConnection connection, Front front) {
    Use use = uses.computeIfAbsent(connection, _ -> new Use());
    use.requests++;
    long limit = front.balancerValues().number("client_keep_alive.seconds", 3600);
    boolean last = System.nanoTime() - use.opened > limit * second.toNanos();
    if (last && !use.closing) {
      use.closing = true;
      // However long the answers under way take: with less time they would be cut off.
      connection.shutdown(LONGEST_DAYS, TimeUnit.DAYS);
    }
    return last;
  }

  void end(HttpConnection connection) {
    Use use = uses.get(connection);
    if (use != null) {
      use.requests--;
      use.last = System.nanoTime();
    }
  }

  /** Closes what has been idle for too long. */
  void sweep(long idleMillis) {
    long now = System.nanoTime();
    for (Map.Entry<HttpConnection, Use> each : new ArrayList<>(uses.entrySet())) {
      boolean idle = each.getValue().requests == 0;
      if (idle && now - each.getValue().last > idleMillis * 1_000_000L) {
        each.getKey().close();
      }
    }
  }
}
