package portico.model;

import java.util.OptionalInt;

/**
 * A Lambda function that serves requests; the only target of its group.
 *
 * @param functionArn such as {@code arn:aws:lambda:us-west-2:123456789012:function:answer}
 */
public record LambdaTarget(String functionArn) implements TargetSpec {
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
}
