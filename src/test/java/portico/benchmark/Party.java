package portico.benchmark;

import java.io.IOException;

/** One way to deploy the six resources. Each call is one run from nothing to the prompt. */
interface Party {
  String name();

  /** Deploys, for the first time or again. */
  void deploy() throws IOException, InterruptedException;

  void destroy() throws IOException, InterruptedException;

  /** Whatever belongs to neither: not measured. */
  default void afterDestroy() throws IOException, InterruptedException {}
}
