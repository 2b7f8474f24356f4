package portico.catalog;

import java.util.Map;
import portico.model.EnvironmentName;

/**
 * Whose a resource is, as tags on it. An interrupted run's resources are found again by them, and
 * nothing without them is ever adopted or removed.
 *
 * @param environment the environment
 * @param installation random id of the home folder: two users may both have a "demo"
 */
public record Ownership(EnvironmentName environment, String installation) {
  public static final String ENVIRONMENT_TAG = "portico:environment";
  public static final String INSTALLATION_TAG = "portico:installation";

  public Map<String, String> tags() {
    return Map.of(ENVIRONMENT_TAG, environment.value(), INSTALLATION_TAG, installation);
  }
}
