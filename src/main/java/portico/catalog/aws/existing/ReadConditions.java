package portico.catalog.aws.existing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portico.catalog.TakeoverRemark.Kind;
import portico.model.ConditionSpec;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.HttpHeaderConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * Conditions of rules. A header's value that looks like a key is never taken along: a spec is no
 * place for one, so the condition becomes one on a key that Portico makes and keeps.
 */
final class ReadConditions {
  private static final Pattern SECRET_HEADER =
      Pattern.compile("(?i).*(authorization|key|token|secret|password|credential).*");

  /** Shorter ones are words, not keys. */
  private static final int SHORTEST_KEY = 8;

  private static final Pattern RANDOM =
      Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9+/=_.-]{20,}");

  private final Remarks remarks;
  private final Map<String, String> keyNames = new LinkedHashMap<>();

  ReadConditions(Remarks remarks) {
    this.remarks = remarks;
  }

  /** All conditions of a rule; empty, with a remark, when one of them cannot be said. */
  Optional<List<ConditionSpec>> of(Where where, List<RuleCondition> conditions) {
    List<ConditionSpec> read = new ArrayList<>();
    for (RuleCondition each : conditions) {
      Optional<ConditionSpec> one = condition(where, each);
      if (one.isEmpty()) {
        remarks.add(Kind.CONDITION_UNKNOWN, where.text(), shown(each));
        return Optional.empty();
      }
      read.add(one.get());
    }
    return Optional.of(read);
  }

  private Optional<ConditionSpec> condition(Where where, RuleCondition condition) {
    if (!condition.regexValues().isEmpty()) {
      return Optional.empty();
    }
    return switch (condition.field()) {
      case "host-header" ->
          only(condition.hostHeaderConfig(), condition)
              .map(each -> new ConditionSpec.HostHeader(values(each.values(), condition)));
      case "path-pattern" ->
          only(condition.pathPatternConfig(), condition)
              .map(each -> new ConditionSpec.PathPattern(values(each.values(), condition)));
      case "http-request-method" ->
          only(condition.httpRequestMethodConfig(), condition)
              .map(each -> new ConditionSpec.RequestMethod(values(each.values(), condition)));
      case "source-ip" ->
          only(condition.sourceIpConfig(), condition)
              .map(each -> new ConditionSpec.SourceIp(values(each.values(), condition)));
      case "query-string" ->
          only(condition.queryStringConfig(), condition)
              .map(
                  each ->
                      new ConditionSpec.QueryString(
                          each.values().stream()
                              .map(
                                  pair ->
                                      new ConditionSpec.QueryValue(
                                          Optional.ofNullable(pair.key()), pair.value()))
                              .toList()));
      case "http-header" ->
          only(condition.httpHeaderConfig(), condition).map(each -> header(where, each));
      default -> Optional.empty();
    };
  }

  /** A condition's own part, if nothing else stands in it. */
  private static <T extends SdkPojo> Optional<T> only(@Nullable T config, RuleCondition condition) {
    boolean foreign =
        Stream.<Optional<? extends SdkPojo>>of(
                    Optional.ofNullable(condition.hostHeaderConfig()),
                    Optional.ofNullable(condition.pathPatternConfig()),
                    Optional.ofNullable(condition.httpHeaderConfig()),
                    Optional.ofNullable(condition.httpRequestMethodConfig()),
                    Optional.ofNullable(condition.sourceIpConfig()),
                    Optional.ofNullable(condition.queryStringConfig()))
                .flatMap(Optional::stream)
                .filter(each -> !each.equals(config))
                .count()
            > 0;
    return Optional.ofNullable(config)
        .filter(each -> !foreign && !Remarks.hasMore(each, Set.of("Values", "HttpHeaderName")));
  }

  /** The older form of a condition has its values beside the part. */
  private static List<String> values(List<String> values, RuleCondition condition) {
    return values.isEmpty() ? condition.values() : values;
  }

  private ConditionSpec header(Where where, HttpHeaderConditionConfig header) {
    String name = header.httpHeaderName();
    List<String> keys = header.values().stream().filter(each -> isKey(name, each)).toList();
    if (keys.isEmpty()) {
      return new ConditionSpec.HttpHeader(name, header.values());
    }
    remarks.add(
        header.values().size() == 1 ? Kind.KEY_REPLACED : Kind.KEYS_REPLACED, where.text(), name);
    String value = keys.getFirst();
    String prefix = prefix(value);
    return new ConditionSpec.ApiKey(name, prefix, keyName(value.substring(prefix.length())));
  }

  private String keyName(String key) {
    return keyNames.computeIfAbsent(
        key, _ -> keyNames.isEmpty() ? "default" : "key-" + (keyNames.size() + 1));
  }

  private static boolean isKey(String header, String value) {
    String key = value.substring(prefix(value).length());
    boolean literal = key.indexOf('*') < 0 && key.indexOf('?') < 0;
    boolean named = SECRET_HEADER.matcher(header).matches() && key.length() >= SHORTEST_KEY;
    return literal && (named || RANDOM.matcher(key).matches());
  }

  /** What stands before the key, such as {@code "Bearer "}. */
  private static String prefix(String value) {
    return value.substring(0, value.indexOf(' ') + 1);
  }

  /** For remarks: without the values of headers, which may be keys. */
  private static String shown(RuleCondition condition) {
    HttpHeaderConditionConfig header = condition.httpHeaderConfig();
    return header == null
        ? condition.toString().replaceFirst("^RuleCondition", "")
        : "http-header " + header.httpHeaderName();
  }
}
