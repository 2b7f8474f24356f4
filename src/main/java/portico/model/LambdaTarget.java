package portico.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Lambda function that serves requests; the only target of its group.
 *
 * @param functionArn such as {@code arn:aws:lambda:us-west-2:123456789012:function:answer}
 */
public record LambdaTarget(String functionArn) implements TargetSpec {
  private static final int UNQUALIFIED_PARTS = 7;

  @Override
  public String id() {
    return functionArn;
  }

  @Override
  public OptionalInt port() {
    return OptionalInt.empty();
  }

  @Override
  public TargetType type() {
    return TargetType.LAMBDA;
  }

  /** The version or alias behind the function's ARN. */
  public Optional<String> qualifier() {
    String[] parts = functionArn.split(":", -1);
    return parts.length > UNQUALIFIED_PARTS
        ? Optional.of(parts[UNQUALIFIED_PARTS])
        : Optional.empty();
  }

  /** The function's ARN without a version or alias. */
  public String unqualifiedArn() {
    return qualifier().isPresent()
        ? functionArn.substring(0, functionArn.lastIndexOf(':'))
        : functionArn;
  }
}
