package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.Protocol;
import portico.model.Rule;
import portico.model.SpecDefaults;
import portico.model.Violation;
import portico.model.WeightedTargetGroup;

/** What is wrong with the text of a field, in words. */
final class Faults {
  private final Texts texts;

  Faults(Texts texts) {
    this.texts = texts;
  }

  Optional<String> weight(String text) {
    return number(
        text,
        weight ->
            SpecCheck.action(
                new ActionSpec.Forward(
                    List.of(new WeightedTargetGroup(SpecDefaults.TARGET_GROUP_NAME, weight)),
                    OptionalInt.empty())));
  }

  Optional<String> stickiness(String text) {
    return number(
        text,
        seconds ->
            SpecCheck.action(
                new ActionSpec.Forward(
                    ActionSpec.Forward.to(SpecDefaults.TARGET_GROUP_NAME).targetGroups(),
                    OptionalInt.of(seconds))));
  }

  Optional<String> redirectPort(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : number(
            text,
            port ->
                redirect(
                    OptionalInt.of(port), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  Optional<String> redirectHost(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : texts.first(
            redirect(OptionalInt.empty(), Optional.of(text), Optional.empty(), Optional.empty()));
  }

  Optional<String> redirectPath(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : texts.first(
            redirect(OptionalInt.empty(), Optional.empty(), Optional.of(text), Optional.empty()));
  }

  Optional<String> redirectQuery(String text) {
    return required(text)
        .or(
            () ->
                texts.first(
                    redirect(
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(text))));
  }

  private static List<Violation> redirect(
      OptionalInt port, Optional<String> host, Optional<String> path, Optional<String> query) {
    return SpecCheck.action(
        new ActionSpec.Redirect(true, Optional.of(Protocol.HTTPS), port, host, path, query));
  }

  Optional<String> status(String text) {
    return number(
        text, status -> SpecCheck.action(new ActionSpec.FixedResponse(status, "text/plain", "")));
  }

  Optional<String> body(String text) {
    return texts.first(SpecCheck.action(new ActionSpec.FixedResponse(404, "text/plain", text)));
  }

  Optional<String> ruleName(String text) {
    return texts.first(SpecCheck.ruleName(text));
  }

  Optional<String> priority(String text) {
    return number(text, SpecCheck::priority);
  }

  Optional<String> headerName(String text) {
    return required(text).or(() -> condition(new ConditionSpec.HttpHeader(text, List.of("value"))));
  }

  Optional<String> keyPrefix(String text) {
    return condition(new ConditionSpec.ApiKey("X-Api-Key", text, "main"));
  }

  Optional<String> keyName(String text) {
    return required(text).or(() -> condition(new ConditionSpec.ApiKey("X-Api-Key", "", text)));
  }

  Optional<String> queryKey(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : condition(
            new ConditionSpec.QueryString(
                List.of(new ConditionSpec.QueryValue(Optional.of(text), "value"))));
  }

  /** A value of a condition of that kind. */
  Optional<String> value(ConditionKind kind, String text) {
    List<String> values = List.of(text);
    return required(text)
        .or(
            () ->
                switch (kind) {
                  case PATH -> condition(new ConditionSpec.PathPattern(values));
                  case HOST -> condition(new ConditionSpec.HostHeader(values));
                  case HEADER -> condition(new ConditionSpec.HttpHeader("X-Any", values));
                  case METHOD -> condition(new ConditionSpec.RequestMethod(values));
                  case QUERY ->
                      condition(
                          new ConditionSpec.QueryString(
                              List.of(new ConditionSpec.QueryValue(Optional.empty(), text))));
                  case SOURCE_IP -> condition(new ConditionSpec.SourceIp(values));
                  case API_KEY -> Optional.empty();
                });
  }

  private Optional<String> condition(ConditionSpec spec) {
    return texts.first(SpecCheck.condition(spec));
  }

  Optional<String> required(String text) {
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
