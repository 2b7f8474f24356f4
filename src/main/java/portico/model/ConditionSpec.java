package portico.model;

import java.util.List;
import java.util.Optional;

/**
 * What a request must be like for a rule to apply (API_RuleCondition). A condition holds when one
 * of its values fits; {@code *} stands for any characters, {@code ?} for exactly one.
 */
public sealed interface ConditionSpec {
  /** The Host header, without regard to case; up to 128 characters, at least one dot. */
  record HostHeader(List<String> values) implements ConditionSpec {
    public HostHeader {
      values = List.copyOf(values);
    }
  }

  /** The path without its query, with regard to case; up to 128 characters. */
  record PathPattern(List<String> values) implements ConditionSpec {
    public PathPattern {
      values = List.copyOf(values);
    }
  }

  /**
   * A header field, without regard to case.
   *
   * @param name up to 40 characters, no wildcards
   * @param values up to 128 characters each
   */
  record HttpHeader(String name, List<String> values) implements ConditionSpec {
    public HttpHeader {
      values = List.copyOf(values);
    }
  }

  /**
   * A header field that carries a key which Portico keeps: the gate against callers without it. The
   * key itself is in no spec; it is read when the environment is deployed and never logged.
   *
   * @param header the field's name, such as {@code Authorization} or {@code X-Api-Key}
   * @param prefix what stands before the key, such as {@code "Bearer "}; may be empty
   * @param keyName the key's name in the environment, as an {@link EnvironmentName}
   */
  record ApiKey(String header, String prefix, String keyName) implements ConditionSpec {}

  /** The method, exactly: up to 40 of {@code A-Z}, hyphen and underscore. */
  record RequestMethod(List<String> values) implements ConditionSpec {
    public RequestMethod {
      values = List.copyOf(values);
    }
  }

  /** Parameters of the query, without regard to case; up to 128 characters each. */
  record QueryString(List<QueryValue> values) implements ConditionSpec {
    public QueryString {
      values = List.copyOf(values);
    }
  }

  /** The client's address as IPv4 or IPv6 networks; of a proxy, the proxy's. */
  record SourceIp(List<String> values) implements ConditionSpec {
    public SourceIp {
      values = List.copyOf(values);
    }
  }

  /** One parameter: with a key, that parameter's value; without, any parameter's. */
  record QueryValue(Optional<String> key, String value) {}
}
