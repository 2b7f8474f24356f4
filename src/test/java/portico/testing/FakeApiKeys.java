package portico.testing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import portico.environment.ApiKeys;
import portico.model.EnvironmentName;

/** Keys in memory; each new one tells how many were made before it. */
public final class FakeApiKeys implements ApiKeys {
  /** By environment and name, with a slash between. */
  public final Map<String, String> keys = new TreeMap<>();

  private int made;

  @Override
  public String obtain(EnvironmentName environment, String keyName) {
    return find(environment, keyName).orElseGet(() -> renew(environment, keyName));
  }

  @Override
  public Optional<String> find(EnvironmentName environment, String keyName) {
    return Optional.ofNullable(keys.get(environment.value() + "/" + keyName));
  }

  @Override
  public String renew(EnvironmentName environment, String keyName) {
    String key = "key%045d".formatted(made++);
    keys.put(environment.value() + "/" + keyName, key);
    return key;
  }
}
