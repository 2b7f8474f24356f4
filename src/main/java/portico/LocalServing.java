package portico;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import portico.practice.aws.SimulatedAws;
import portico.practice.aws.data.DataPlane;
import portico.service.Practice.ServedListener;
import portico.service.Practice.Serving;

/** A simulated AWS of this process, served to others. */
record LocalServing(SimulatedAws aws) implements Serving {
  @Override
  public URI endpoint() {
    return aws.endpoint();
  }

  @Override
  public Path certificateAuthority() {
    return aws.certificateAuthority().orElseThrow();
  }

  @Override
  public List<ServedListener> listeners() {
    return aws.listeners().stream().map(LocalServing::listener).toList();
  }

  private static ServedListener listener(DataPlane.Reach reach) {
    String scheme = reach.protocol().toLowerCase(Locale.ROOT);
    return new ServedListener(
        reach.balancer(),
        reach.dnsName(),
        reach.port(),
        URI.create(scheme + "://127.0.0.1:" + reach.localPort()));
  }

  @Override
  public void close() {
    aws.close();
  }
}
