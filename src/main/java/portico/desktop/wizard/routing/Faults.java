package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.ActionRules;
import portico.model.ConditionRules;
import portico.model.FieldRules;
import portico.model.ListenerRules;
import portico.model.Rule;
import portico.model.TargetGroupRules;
import portico.model.Violation;

/** What is wrong with the text of a field, in words. */
final class Faults {
  private final Texts texts;

  Faults(Texts texts) {
    this.texts = texts;
  }

  Optional<String> weight(String text) {
    return number(text, weight -> ActionRules.weight("", weight));
  }

  Optional<String> stickiness(String text) {
    return number(text, seconds -> TargetGroupRules.stickinessSeconds("", seconds));
  }

  Optional<String> redirectPort(String text) {
    return unlessEmpty(text, port -> number(port, number -> FieldRules.port("", number)));
  }

  Optional<String> redirectHost(String text) {
    return unlessEmpty(text, host -> texts.first(ActionRules.redirectHost("", host)));
  }

  Optional<String> redirectPath(String text) {
    return unlessEmpty(text, path -> texts.first(ActionRules.redirectPath("", path)));
  }

  Optional<String> redirectQuery(String text) {
    return required(text).or(() -> texts.first(ActionRules.redirectQuery("", text)));
  }

  Optional<String> status(String text) {
    return number(text, status -> ActionRules.responseStatus("", status));
  }

  Optional<String> body(String text) {
    return texts.first(ActionRules.responseBody("", text));
  }

  Optional<String> ruleName(String text) {
    return texts.first(ListenerRules.ruleName("", text));
  }

  Optional<String> priority(String text) {
    return number(text, priority -> ListenerRules.rulePriority("", priority));
  }

  Optional<String> headerName(String text) {
    return required(text).or(() -> texts.first(ConditionRules.headerName("", text)));
  }

  Optional<String> keyPrefix(String text) {
    return texts.first(ConditionRules.apiKeyPrefix("", text));
  }

  Optional<String> keyName(String text) {
    return required(text).or(() -> texts.first(FieldRules.environmentName("", text)));
  }

  Optional<String> queryKey(String text) {
    return unlessEmpty(text, key -> texts.first(ConditionRules.query("", key)));
  }

  /** A value of a condition of that kind. */
  Optional<String> value(ConditionKind kind, String text) {
    return required(text)
        .or(
            () ->
                texts.first(
                    switch (kind) {
                      case PATH -> ConditionRules.path("", text);
                      case HOST -> ConditionRules.host("", text);
                      case HEADER -> ConditionRules.headerValue("", text);
                      case METHOD -> ConditionRules.method("", text);
                      case QUERY -> ConditionRules.query("", text);
                      case SOURCE_IP -> ConditionRules.sourceIp("", text);
                      case API_KEY -> List.of();
                    }));
  }

  private static Optional<String> unlessEmpty(
      String text, Function<String, Optional<String>> rule) {
    return text.isEmpty() ? Optional.empty() : rule.apply(text);
  }

  private Optional<String> required(String text) {
    return text.isEmpty()
        ? texts.first(List.of(Violation.of("", Rule.REQUIRED)))
        : Optional.empty();
  }

  private Optional<String> number(String text, IntFunction<List<Violation>> rule) {
    OptionalInt number = Field.number(text);
    return required(text)
        .or(
            () ->
                number.isPresent()
                    ? texts.first(rule.apply(number.getAsInt()))
                    : Optional.of(texts.get("routing.number")));
  }
}
