package portico.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import portico.model.ActionSpec;
import portico.model.ActionSpec.FixedResponse;
import portico.model.ActionSpec.Forward;
import portico.model.ActionSpec.Redirect;
import portico.model.ConditionSpec;
import portico.model.ConditionSpec.ApiKey;
import portico.model.ConditionSpec.HostHeader;
import portico.model.ConditionSpec.HttpHeader;
import portico.model.ConditionSpec.PathPattern;
import portico.model.ConditionSpec.QueryString;
import portico.model.ConditionSpec.QueryValue;
import portico.model.ConditionSpec.RequestMethod;
import portico.model.ConditionSpec.SourceIp;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;

/** Writes listeners with their rules. */
final class ListenerWriter {
  private ListenerWriter() {}

  static Map<String, Object> listener(ListenerSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", spec.name());
    fields.put("protocol", spec.protocol().name());
    fields.put("port", spec.port());
    spec.tls().ifPresent(tls -> fields.put("tls", tls(tls)));
    fields.put("defaultAction", action(spec.defaultAction()));
    fields.put("rules", SpecWriter.each(spec.rules(), ListenerWriter::rule));
    return fields;
  }

  private static Map<String, Object> tls(TlsSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("policy", spec.policy());
    fields.put("certificateArn", spec.certificateArn());
    fields.put("furtherCertificateArns", spec.furtherCertificateArns());
    return fields;
  }

  private static Map<String, Object> rule(ListenerRuleSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!spec.name().isEmpty()) {
      fields.put("name", spec.name());
    }
    fields.put("priority", spec.priority());
    fields.put("conditions", SpecWriter.each(spec.conditions(), ListenerWriter::condition));
    fields.put("action", action(spec.action()));
    return fields;
  }

  private static Map<String, Object> action(ActionSpec spec) {
    return switch (spec) {
      case Forward forward -> Map.of("forward", forward(forward));
      case Redirect redirect -> redirect(redirect);
      case FixedResponse response -> Map.of("fixedResponse", fixedResponse(response));
    };
  }

  private static Object forward(Forward forward) {
    List<WeightedTargetGroup> groups = forward.targetGroups();
    if (groups.size() == 1 && forward.equals(Forward.to(groups.getFirst().targetGroup()))) {
      return groups.getFirst().targetGroup();
    }
    List<Object> weighted = SpecWriter.each(groups, ListenerWriter::weighted);
    if (forward.stickinessSeconds().equals(OptionalInt.empty())) {
      return weighted;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("targetGroups", weighted);
    SpecWriter.put(fields, "stickinessSeconds", forward.stickinessSeconds());
    return fields;
  }

  private static Map<String, Object> weighted(WeightedTargetGroup group) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("targetGroup", group.targetGroup());
    fields.put("weight", group.weight());
    return fields;
  }

  private static Map<String, Object> redirect(Redirect redirect) {
    if (redirect.port().isPresent()
        && redirect.equals(Redirect.toHttps(redirect.port().getAsInt()))) {
      return Map.of("redirectToHttps", redirect.port().getAsInt());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("permanent", redirect.permanent());
    redirect.protocol().ifPresent(protocol -> fields.put("protocol", protocol.name()));
    SpecWriter.put(fields, "port", redirect.port());
    redirect.host().ifPresent(host -> fields.put("host", host));
    redirect.path().ifPresent(path -> fields.put("path", path));
    redirect.query().ifPresent(query -> fields.put("query", query));
    return Map.of("redirect", fields);
  }

  private static Map<String, Object> fixedResponse(FixedResponse response) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", response.status());
    fields.put("contentType", response.contentType());
    fields.put("body", response.body());
    return fields;
  }

  private static Map<String, Object> condition(ConditionSpec spec) {
    return switch (spec) {
      case PathPattern(List<String> values) -> Map.of("path", values);
      case HostHeader(List<String> values) -> Map.of("host", values);
      case HttpHeader(String name, List<String> values) -> Map.of("header", Map.of(name, values));
      case RequestMethod(List<String> values) -> Map.of("method", values);
      case QueryString(List<QueryValue> values) ->
          Map.of("query", SpecWriter.each(values, ListenerWriter::query));
      case SourceIp(List<String> values) -> Map.of("sourceIp", values);
      case ApiKey key -> Map.of("apiKey", apiKey(key));
    };
  }

  private static Map<String, Object> query(QueryValue value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    value.key().ifPresent(key -> fields.put("key", key));
    fields.put("value", value.value());
    return fields;
  }

  private static Map<String, Object> apiKey(ApiKey key) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("header", key.header());
    fields.put("prefix", key.prefix());
    fields.put("key", key.keyName());
    return fields;
  }
}
