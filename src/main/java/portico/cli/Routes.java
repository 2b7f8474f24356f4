package portico.cli;

import java.util.List;
import java.util.stream.Collectors;
import portico.model.ActionSpec;
import portico.model.ActionSpec.FixedResponse;
import portico.model.ActionSpec.Forward;
import portico.model.ActionSpec.Redirect;
import portico.model.ConditionSpec;
import portico.model.ConditionSpec.QueryValue;

/** Rules in the words of spec files, each in one line. */
final class Routes {
  private Routes() {}

  /** Such as {@code path /v1/* | /chat and header X-Tenant blue}. */
  static String of(List<ConditionSpec> conditions) {
    return conditions.stream().map(Routes::of).collect(Collectors.joining(" and "));
  }

  private static String of(ConditionSpec condition) {
    return switch (condition) {
      case ConditionSpec.PathPattern(List<String> values) -> "path " + any(values);
      case ConditionSpec.HostHeader(List<String> values) -> "host " + any(values);
      case ConditionSpec.HttpHeader(String name, List<String> values) ->
          "header " + name + " " + any(values);
      case ConditionSpec.ApiKey(String header, String prefix, String keyName) ->
          "apiKey " + keyName + " in " + header;
      case ConditionSpec.RequestMethod(List<String> values) -> "method " + any(values);
      case ConditionSpec.QueryString(List<QueryValue> values) ->
          "query "
              + any(
                  values.stream()
                      .map(each -> each.key().map(key -> key + "=").orElse("") + each.value())
                      .toList());
      case ConditionSpec.SourceIp(List<String> values) -> "sourceIp " + any(values);
    };
  }

  private static String any(List<String> values) {
    return String.join(" | ", values);
  }

  /** Such as {@code forward chat 90, canary 10}. */
  static String of(ActionSpec action) {
    return switch (action) {
      case Forward forward -> "forward " + groups(forward);
      case Redirect redirect ->
          "redirect "
              + (redirect.permanent() ? 301 : 302)
              + " "
              + redirect.protocol().map(Enum::name).orElse("#{protocol}")
              + "://"
              + redirect.host().orElse("#{host}")
              + ":"
              + (redirect.port().isPresent() ? "" + redirect.port().getAsInt() : "#{port}")
              + redirect.path().orElse("/#{path}")
              + redirect
                  .query()
                  .map(query -> query.isEmpty() ? "" : "?" + query)
                  .orElse("?#{query}");
      case FixedResponse(int status, String contentType, String body) -> "fixedResponse " + status;
    };
  }

  private static String groups(Forward forward) {
    if (forward.targetGroups().size() == 1) {
      return forward.targetGroups().getFirst().targetGroup();
    }
    return forward.targetGroups().stream()
        .map(each -> each.targetGroup() + " " + each.weight())
        .collect(Collectors.joining(", "));
  }
}
