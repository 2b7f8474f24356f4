package portico.desktop.destroy;

import portico.desktop.text.AccountText;
import portico.desktop.text.DesktopText;
import portico.environment.Environment;
import portico.model.EnvironmentName;
import portico.operation.ResourceRef;
import portico.text.Message;
import portico.text.StatusText;
import portico.text.Words;

/** The words of the destroy page. */
public final class DestroyText {
  private final Words words = DesktopText.words();
  private final StatusText status = new StatusText(Words.core());
  private final AccountText accounts = new AccountText(words);

  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  String subtitle(Environment environment) {
    return words.get(
        "result.subtitle",
        environment.account().map(accounts::of).orElse("?"),
        environment.region().orElse("?"));
  }

  String type(ResourceRef resource) {
    return status.typeOf(resource);
  }

  Message gone(EnvironmentName name) {
    return new Message(words.get("result.gone.what", name), "", words.get("result.gone.next"));
  }

  /** The destroy would be refused; what to do first. */
  Message protectedBalancer(String name) {
    return new Message(
        words.get("destroy.protected.what", name), "", words.get("destroy.protected.next"));
  }

  /** For a stack that Portico did not make, whose account it cannot know. */
  Message foreign(EnvironmentName name) {
    return new Message(
        words.get("destroy.foreign.what", name), "", words.get("destroy.foreign.next"));
  }
}
