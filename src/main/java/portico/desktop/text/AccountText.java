package portico.desktop.text;

import java.net.URI;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.text.Words;

/** Names accounts for people. */
public final class AccountText {
  private final Words words;

  public AccountText(Words words) {
    this.words = words;
  }

  public String of(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice() -> words.get("account.practice");
      case CloudAccount.Profile(Optional<String> name) ->
          name.map(each -> words.get("account.profile", each))
              .orElseGet(() -> words.get("account.default"));
      case CloudAccount.Endpoint(URI uri, Optional<String> profile) ->
          words.get("account.endpoint", uri);
    };
  }

  /** Whether what stands there is simulated. */
  public static boolean isPractice(CloudAccount account) {
    return account instanceof CloudAccount.Practice;
  }
}
