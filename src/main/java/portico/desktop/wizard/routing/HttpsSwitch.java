package portico.desktop.wizard.routing;

import java.util.Optional;
import portico.model.ActionSpec;
import portico.model.Protocol;

/**
 * "Use HTTPS and redirect HTTP to it" as one decision. Whether it is taken is read off the
 * listeners, so that an existing environment shows it, too.
 */
final class HttpsSwitch {
  private static final int HTTPS_PORT = 443;

  private final Forms forms;
  private final ListenerList listeners;
  private Optional<ListenerForm> parked = Optional.empty();

  HttpsSwitch(Forms forms, ListenerList listeners) {
    this.forms = forms;
    this.listeners = listeners;
  }

  /** Whether an HTTP listener does nothing but redirect to an HTTPS one. */
  boolean isOn() {
    return redirecting().isPresent();
  }

  /** Whether there is something to switch: an HTTP listener that routes, or the pair. */
  boolean isOffered() {
    return isOn() || (routing().isPresent() && secure(Optional.empty()).isEmpty());
  }

  void set(boolean on) {
    if (on != isOn() && isOffered()) {
      forms.atOnce(on ? this::turnOn : this::turnOff);
    }
  }

  /** The HTTP listener keeps its name and redirects; the HTTPS listener takes over its routing. */
  private void turnOn() {
    ListenerForm plain = routing().orElseThrow();
    ListenerForm secure =
        parked.orElseGet(
            () -> {
              ListenerForm made = listeners.create();
              made.name().prefill(listeners.freeName(Forms.value(plain.name()) + "-https"));
              made.port().prefill(String.valueOf(listeners.freePort(HTTPS_PORT)));
              made.chooseProtocol(Protocol.HTTPS);
              return made;
            });
    parked = Optional.empty();
    listeners.insertBefore(plain, secure);
    plain.giveRoutesTo(secure);
    plain.openProperty().set(false);
    plain
        .routes()
        .defaultAction()
        .prefill(ActionSpec.Redirect.toHttps(secure.port().number().orElse(HTTPS_PORT)));
  }

  private void turnOff() {
    ListenerForm plain = redirecting().orElseThrow();
    ListenerForm secure = target(plain).orElseThrow();
    secure.giveRoutesTo(plain);
    plain.openProperty().set(true);
    listeners.take(secure);
    parked = Optional.of(secure);
  }

  /** The first HTTP listener. */
  private Optional<ListenerForm> routing() {
    return listeners.all().stream().filter(each -> each.protocol() == Protocol.HTTP).findFirst();
  }

  private Optional<ListenerForm> redirecting() {
    return listeners.all().stream().filter(each -> target(each).isPresent()).findFirst();
  }

  /** The HTTPS listener that all requests of an HTTP listener are sent to. */
  private Optional<ListenerForm> target(ListenerForm plain) {
    boolean bare = plain.protocol() == Protocol.HTTP && plain.routes().rules().rules().isEmpty();
    if (!bare || plain.routes().defaultAction().kindProperty().get() != ActionKind.REDIRECT) {
      return Optional.empty();
    }
    return plain
        .routes()
        .defaultAction()
        .spec()
        .filter(ActionSpec.Redirect.class::isInstance)
        .map(ActionSpec.Redirect.class::cast)
        .filter(HttpsSwitch::keepsAddress)
        .flatMap(redirect -> secure(Optional.of(redirect.port().orElse(HTTPS_PORT))));
  }

  private static boolean keepsAddress(ActionSpec.Redirect redirect) {
    return redirect.protocol().equals(Optional.of(Protocol.HTTPS))
        && redirect.host().isEmpty()
        && redirect.path().isEmpty()
        && redirect.query().isEmpty();
  }

  private Optional<ListenerForm> secure(Optional<Integer> port) {
    return listeners.all().stream()
        .filter(each -> each.protocol() == Protocol.HTTPS)
        .filter(
            each ->
                port.map(wanted -> each.port().text().equals(String.valueOf(wanted))).orElse(true))
        .findFirst();
  }
}
