package portico.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.text.Message;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON object that a run answers with; fields in the order they are put. */
final class Reply {
  static final String SUCCEEDED = "succeeded";
  static final String FAILED = "failed";
  static final String CANCELLED = "cancelled";

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Map<String, Object>> failures = new ArrayList<>();

  static Reply of(String outcome) {
    return new Reply().put("outcome", outcome);
  }

  Reply put(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  Reply put(String name, Optional<?> value) {
    value.ifPresent(present -> fields.put(name, present));
    return this;
  }

  /** An object inside the reply: names and values by turns. */
  static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      fields.put((String) namesAndValues[index], namesAndValues[index + 1]);
    }
    return fields;
  }

  /** An account as it stands in replies. */
  static Map<String, Object> fields(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice() -> fields("kind", "practice");
      case CloudAccount.Profile(var name) -> fields("kind", "profile", "profile", name.orElse(""));
      case CloudAccount.Endpoint(var uri, var profile) ->
          fields("kind", "endpoint", "endpoint", uri.toString(), "profile", profile.orElse(""));
    };
  }

  /** A failure as it stands in replies. */
  static Map<String, Object> fields(String code, Message message) {
    return fields(
        "code", code,
        "what", message.what(),
        "resources", message.resources(),
        "next", message.next());
  }

  /** Adds one of the failures; the list is there only when there are some. */
  Reply failure(String code, Message message) {
    fields.putIfAbsent("failures", failures);
    failures.add(fields(code, message));
    return this;
  }

  /** In one line. */
  String json() {
    return JSON.writeValueAsString(fields);
  }
}
