package portico.engine;

import portico.catalog.CloudAccount;

/** Opens sessions. Opening does no I/O but for practice, whose simulated AWS starts. */
public interface CloudSessions {
  CloudSession open(CloudAccount account, String region);
}
