package portico.desktop.result;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.desktop.fx.Background;
import portico.environment.Environment;
import portico.model.ConditionSpec.ApiKey;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.StartAnswer;
import portico.service.CallerKeys;
import portico.service.Services;
import portico.text.Message;

/** A key that callers present: hidden until it is asked for. */
final class ApiKeyModel {
  private final Environment environment;
  private final ApiKey key;
  private final Services services;
  private final CallerKeys keys;
  private final Background background;
  private final ResultText text;
  private final ReadOnlyObjectWrapper<Optional<String>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> notice =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ApiKeyModel(
      Environment environment,
      ApiKey key,
      Services services,
      Background background,
      ResultText text) {
    this.environment = environment;
    this.key = key;
    this.services = services;
    this.keys = new CallerKeys(services);
    this.background = background;
    this.text = text;
  }

  ApiKey key() {
    return key;
  }

  /** The key while it is shown. */
  ReadOnlyObjectProperty<Optional<String>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Why something did not work. */
  ReadOnlyObjectProperty<Optional<Message>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  void show() {
    withKey(value -> shown.set(Optional.of(value)));
  }

  void hide() {
    shown.set(Optional.empty());
  }

  /** Hands the key over without showing it. */
  void withKey(Consumer<String> use) {
    background.run(
        this::read,
        found -> {
          switch (found) {
            case Found.Key(String value) -> {
              notice.set(Optional.empty());
              use.accept(value);
            }
            case Found.Problem(Message why) -> notice.set(Optional.of(why));
          }
        });
  }

  private sealed interface Found {
    record Key(String value) implements Found {
      /** Without the value. */
      @Override
      public String toString() {
        return "Key";
      }
    }

    record Problem(Message why) implements Found {}
  }

  private Found read() {
    try {
      return keys.find(environment, key)
          .<Found>map(Found.Key::new)
          .orElseGet(() -> new Found.Problem(text.keyNotHere()));
    } catch (UncheckedIOException refused) {
      return new Found.Problem(text.keyUnreadable(String.valueOf(refused.getMessage())));
    }
  }

  /** Deploys the environment as it is with a new key, which it makes when nothing is in its way. */
  void renew(Consumer<OperationId> then) {
    hide();
    background.run(
        this::renewed,
        answer -> {
          switch (answer) {
            case StartAnswer.Started(OperationId id) -> then.accept(id);
            case StartAnswer.Refused(OperationFailure failure) ->
                notice.set(Optional.of(text.of(failure, environment.resources().size())));
          }
        });
  }

  private StartAnswer renewed() {
    return services
        .operations()
        .renewKey(
            key.keyName(),
            environment.name(),
            environment.spec().orElseThrow(),
            environment.account().orElseThrow(),
            environment.provider());
  }
}
