package portico.engine.worker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import portico.environment.ApiKeys;
import portico.model.ConditionSpec;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;

/** The API keys that an operation's rules ask for. */
final class Keys {
  /** A preview makes no key; what stands for it is not shown. */
  private static final String NOT_MADE_YET = "0".repeat(48);

  private final ApiKeys keys;
  private final OperationRequest request;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Keys(ApiKeys keys, OperationRequest request) {
    this.keys = keys;
    this.request = request;
  }

  /**
   * Makes the keys that a deployment needs and that are not there yet.
   *
   * @throws java.io.UncheckedIOException when one cannot be kept
   */
  void prepare() {
    request.spec().listeners().stream()
        .flatMap(listener -> listener.apiKeys().stream())
        .map(ConditionSpec.ApiKey::keyName)
        .distinct()
        .forEach(this::of);
  }

  /**
   * Makes the key anew that the request names, if it names one. Only now, when nothing is known any
   * more to stand in the way: who was refused has the key that the load balancer asks for.
   *
   * @throws java.io.UncheckedIOException when it cannot be kept
   */
  void renew() {
    request
        .renewedKey()
        .ifPresent(
            name -> {
              keys.find(request.environment(), name).ifPresent(known::add);
              known.add(keys.renew(request.environment(), name));
            });
  }

  /** The key of that name. */
  String of(String name) {
    String key =
        request.kind() == OperationKind.DEPLOY
            ? keys.obtain(request.environment(), name)
            : keys.find(request.environment(), name).orElse(NOT_MADE_YET);
    known.add(key);
    return key;
  }

  /** The text without any key that this operation used: AWS quotes what it refuses. */
  String hidden(String text) {
    String hidden = text;
    for (String key : known) {
      hidden = hidden.replace(key, "[secret]");
    }
    return hidden;
  }
}
