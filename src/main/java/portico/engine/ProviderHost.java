package portico.engine;

import java.time.Duration;

/** A provider that runs in this process and waits for the engine. */
public interface ProviderHost extends AutoCloseable {
  /** Port on 127.0.0.1. */
  int port();

  /** Waits until no call is in flight; false when the limit passes first. */
  boolean awaitIdle(Duration limit) throws InterruptedException;

  @Override
  void close();
}
