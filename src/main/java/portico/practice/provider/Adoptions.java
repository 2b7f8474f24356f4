package portico.practice.provider;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this run of the engine has taken over instead of making. When a program gives a resource
 * another logical name but the same name in AWS, the engine creates the new one, which takes the
 * old one over, and then deletes the old one: that deletion must not happen.
 */
final class Adoptions {
  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  void adopted(String id) {
    ids.add(id);
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  /** A new run begins. */
  void clear() {
    ids.clear();
  }
}
