package portico.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * Finds the resource that an interrupted create may have made, for the engine to import it instead
 * of making a second one.
 */
public interface ExistingResources {
  /**
   * The id that {@code pulumi import} expects for the resource described by the inputs of a pending
   * create; empty when there is none, when the type cannot be imported, or when the inputs do not
   * say enough. A taggable resource is only found when the inputs hold tags whose key starts with
   * {@code portico:} and the resource carries every one of them: what Portico did not make is never
   * adopted. Blocks for at most a minute.
   *
   * @param pulumiType such as {@code aws:lb/loadBalancer:LoadBalancer}
   * @param inputs the resource's inputs as the engine's state holds them
   */
  Answer<Optional<String>> find(String pulumiType, Map<String, Object> inputs);
}
