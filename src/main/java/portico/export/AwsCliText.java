package portico.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import portico.export.Value.Fields;
import portico.export.Value.Part;
import portico.export.Value.Parts;
import portico.export.Value.Text;
import portico.model.LogDelivery;

/** Values as words of a shell command and as JSON within one. */
final class AwsCliText {
  /** Stands in JSON for the value of a shell variable until it is quoted. */
  private static final String BEGIN = "\u0001";

  private static final String END = "\u0002";

  /** The API's name of a field where it is not the same in other letters. */
  private static final Map<String, String> API =
      Map.of("message_body", "MessageBody", "arn", "TargetGroupArn", "duration", "DurationSeconds");

  private AwsCliText() {}

  static String name(String id) {
    return id.toUpperCase(Locale.ROOT);
  }

  /** A shell variable's value within JSON, until {@link #withVariables}. */
  static String placeholder(String variable) {
    return BEGIN + variable + END;
  }

  static String variable(String id) {
    return "\"$" + name(id) + "\"";
  }

  /** As one word. */
  static String shell(String text) {
    if (text.matches("[A-Za-z0-9._:/=+@%-]+")) {
      return text;
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }

  static String word(Fields in, String field) {
    return word(value(in, field));
  }

  static Value value(Fields in, String field) {
    Value value = in.values().get(field);
    if (value == null) {
      throw new IllegalArgumentException("no field " + field);
    }
    return value;
  }

  private static String word(Value value) {
    return switch (value) {
      case Text(String text) -> shell(text);
      case Value.Count(int number) -> String.valueOf(number);
      case Value.Flag(boolean on) -> String.valueOf(on);
      case Value.Reference(String id, String attribute) -> variable(id);
      case Value.Items(List<Value> items) -> Lines.joined(items, " ", AwsCliText::word);
      case Value.Secret _, Value.Join _, Value.Entries _, Part _, Parts _ ->
          throw new IllegalArgumentException("not one word: " + value);
    };
  }

  /** What a security group rule lets through, as JSON. */
  static String permission(Fields in) {
    return permission(in, true);
  }

  /** The same without its description, by which a rule is found whoever described it. */
  static String permissionAlone(Fields in) {
    return permission(in, false);
  }

  private static String permission(Fields in, boolean described) {
    Map<String, Object> permission = new LinkedHashMap<>();
    permission.put("IpProtocol", plain(in, "ip_protocol"));
    permission.put("FromPort", plain(in, "from_port"));
    permission.put("ToPort", plain(in, "to_port"));
    Map<String, Object> other = new LinkedHashMap<>();
    if (in.values().containsKey("cidr_ipv4")) {
      other.put("CidrIp", plain(in, "cidr_ipv4"));
      permission.put("IpRanges", List.of(other));
    } else if (in.values().containsKey("cidr_ipv6")) {
      other.put("CidrIpv6", plain(in, "cidr_ipv6"));
      permission.put("Ipv6Ranges", List.of(other));
    } else {
      other.put("GroupId", plain(in, "referenced_security_group_id"));
      permission.put("UserIdGroupPairs", List.of(other));
    }
    if (described) {
      other.put("Description", plain(in, "description"));
    }
    return withVariables(json(List.of(permission)));
  }

  /** The policy of a bucket, as one word of JSON. */
  static String policy(Value policy, String region) {
    if (!(policy instanceof Value.Join(List<Value> parts))) {
      throw new IllegalArgumentException("no policy: " + policy);
    }
    return withVariables(
        Lines.joined(
            parts,
            "",
            part ->
                switch (part) {
                  case Text(String text) -> text;
                  case Value.Reference(String id, String attribute) when attribute.equals("arn") ->
                      "arn:" + LogDelivery.partition(region) + ":s3:::" + BEGIN + name(id) + END;
                  case Value.Reference _ -> BEGIN + "ACCOUNT" + END;
                  case Value.Count _,
                      Value.Flag _,
                      Value.Secret _,
                      Value.Join _,
                      Value.Items _,
                      Value.Entries _,
                      Part _,
                      Parts _ ->
                      throw new IllegalArgumentException("not of a policy: " + part);
                }));
  }

  /** What stands in JSON for a shell variable; see {@link #withVariables}. */
  static String inJson(String id) {
    return BEGIN + name(id) + END;
  }

  static List<String> healthCheck(Fields in) {
    List<String> options = new ArrayList<>();
    if (value(in, "health_check") instanceof Part(Fields check)) {
      boolean on = !(check.values().get("enabled") instanceof Value.Flag(boolean yes)) || yes;
      options.add(on ? "--health-check-enabled" : "--no-health-check-enabled");
      Map<String, String> names = new LinkedHashMap<>();
      names.put("protocol", "--health-check-protocol");
      names.put("port", "--health-check-port");
      names.put("path", "--health-check-path");
      names.put("interval", "--health-check-interval-seconds");
      names.put("timeout", "--health-check-timeout-seconds");
      names.put("healthy_threshold", "--healthy-threshold-count");
      names.put("unhealthy_threshold", "--unhealthy-threshold-count");
      names.forEach(
          (field, option) -> {
            if (check.values().containsKey(field)) {
              options.add(option + " " + word(check, field));
            }
          });
      String code =
          in.values().get("protocol_version") instanceof Text(String version)
                  && version.equals("GRPC")
              ? "GrpcCode"
              : "HttpCode";
      options.add("--matcher " + shell(json(Map.of(code, plain(check, "matcher")))));
    }
    return options;
  }

  /** Actions as one word of JSON. */
  static String actions(Value actions) {
    return withVariables(json(all(actions, AwsCliText::action)));
  }

  private static Map<String, Object> action(Fields fields) {
    Map<String, Object> action = new LinkedHashMap<>();
    fields.values().forEach((name, value) -> action.put(api(name), api(name, value)));
    return action;
  }

  private static Object api(String field, Value value) {
    return switch (value) {
      case Part(Fields inner) -> {
        Map<String, Object> object = new LinkedHashMap<>();
        inner.values().forEach((name, each) -> object.put(api(name), api(name, each)));
        yield object;
      }
      case Parts parts -> all(parts, AwsCliText::action);
      case Text _, Value.Count _, Value.Flag _, Value.Reference _, Value.Secret _, Value.Items _ ->
          plain(value);
      case Value.Join _, Value.Entries _ ->
          throw new IllegalArgumentException(field + " is no field of an action");
    };
  }

  private static String api(String field) {
    return switch (field) {
      case "target_group" -> "TargetGroups";
      case "stickiness" -> "TargetGroupStickinessConfig";
      case "redirect" -> "RedirectConfig";
      case "fixed_response" -> "FixedResponseConfig";
      case "forward" -> "ForwardConfig";
      default -> API.getOrDefault(field, Names.pascal(field));
    };
  }

  /** Conditions as lines of JSON for a here document that the shell expands. */
  static String conditions(Value conditions) {
    String json = json(all(conditions, AwsCliText::condition));
    return json.replace("\\", "\\\\")
        .replace("$", "\\$")
        .replace("`", "\\`")
        .replace(BEGIN, "${")
        .replace(END, "}");
  }

  private static Map<String, Object> condition(Fields fields) {
    Map<String, Object> condition = new LinkedHashMap<>();
    fields
        .values()
        .forEach(
            (name, value) -> {
              condition.put("Field", name.replace('_', '-'));
              Map<String, Object> config = new LinkedHashMap<>();
              if (value instanceof Part(Fields inner)) {
                inner
                    .values()
                    .forEach((field, each) -> config.put(Names.pascal(field), plain(each)));
              } else {
                config.put("Values", all(value, AwsCliText::action));
              }
              condition.put(Names.pascal(name) + "Config", config);
            });
    return condition;
  }

  private interface Written {
    Map<String, Object> of(Fields fields);
  }

  private static List<Map<String, Object>> all(Value value, Written written) {
    if (value instanceof Parts(List<Fields> parts)) {
      return parts.stream().map(written::of).toList();
    }
    throw new IllegalArgumentException("no parts: " + value);
  }

  static Object plain(Fields in, String field) {
    return plain(value(in, field));
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Text(String text) -> text;
      case Value.Count(int number) -> number;
      case Value.Flag(boolean on) -> on;
      case Value.Reference(String id, String attribute) -> BEGIN + name(id) + END;
      case Value.Secret(String prefix, String variable) -> prefix + BEGIN + name(variable) + END;
      case Value.Items(List<Value> items) -> items.stream().map(AwsCliText::plain).toList();
      case Value.Join _, Value.Entries _, Part _, Parts _ ->
          throw new IllegalArgumentException("not plain: " + value);
    };
  }

  /** One word in which variables are expanded, and nothing else. */
  static String withVariables(String json) {
    return ("'" + json.replace("'", "'\\''") + "'").replace(BEGIN, "'\"$").replace(END, "\"'");
  }

  /** Keys and values, as AWS takes tags and attributes. */
  static List<Map<String, Object>> pairs(Map<String, String> values) {
    List<Map<String, Object>> pairs = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          Map<String, Object> pair = new LinkedHashMap<>();
          pair.put("Key", key);
          pair.put("Value", value);
          pairs.add(pair);
        });
    return pairs;
  }

  /** Maps, lists, texts, numbers and flags as JSON in one line. */
  static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(each -> json(each.getKey()) + ": " + json(each.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(AwsCliText::json).collect(Collectors.joining(", ", "[", "]"));
      case String text -> quoted(text);
      default -> String.valueOf(value);
    };
  }

  private static String quoted(String text) {
    return Lines.quoted(text.replace(BEGIN, "\uE001").replace(END, "\uE002"))
        .replace("\uE001", BEGIN)
        .replace("\uE002", END);
  }
}
