package portico.practice.aws.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param policy who may do what with it, by statement id
 */
public record Function(
    String arn, String name, String runtime, String description, Map<String, Grant> policy) {

  /** Keeps the order of the statements. */
  public Function {
    policy = Collections.unmodifiableMap(new LinkedHashMap<>(policy));
  }

  /** The same function with another policy. */
  public Function granting(Map<String, Grant> next) {
    return new Function(arn, name, runtime, description, next);
  }
}
