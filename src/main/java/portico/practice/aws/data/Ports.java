package portico.practice.aws.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which port of this machine stands for which listener: the listener's own if it can be had, or any
 * free one, and always the same for as long as the listener exists. A port that a target is asked
 * on is left to the server behind it.
 */
final class Ports {
  private final Map<String, Integer> given = new HashMap<>();

  /** Begins with what was given before. */
  Ports(Map<String, Integer> before) {
    given.putAll(before);
  }

  /** The ports of all listeners. */
  Map<String, Integer> assign(Snapshot snapshot) {
    given.keySet().retainAll(snapshot.fronts().keySet());
    for (Front front : snapshot.fronts().values()) {
      if (!given.containsKey(front.arn())) {
        int own = front.listener().port();
        boolean free = !given.containsValue(own) && !snapshot.targetPorts().contains(own);
        Optional<Integer> port = free ? bound(own) : Optional.empty();
        port.or(() -> other(snapshot.targetPorts()))
            .ifPresent(each -> given.put(front.arn(), each));
      }
    }
    return Map.copyOf(given);
  }

  /** Takes another port for a listener, because its own cannot be had. */
  void giveUp(String arn) {
    other(Set.of()).ifPresent(each -> given.replace(arn, each));
  }

  private Optional<Integer> other(Set<Integer> taken) {
    for (int attempt = 0; attempt < 20; attempt++) {
      Optional<Integer> port = bound(0);
      if (port.isPresent() && !taken.contains(port.get()) && !given.containsValue(port.get())) {
        return port;
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> bound(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      socket.bind(new InetSocketAddress(loopback, port));
      return Optional.of(socket.getLocalPort());
    } catch (IOException refused) {
      return Optional.empty();
    }
  }
}
