package portico.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.catalog.DeviceCode;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInNeeds;
import portico.catalog.SignInWatch;
import portico.catalog.SignIns;

/** Answers at once with what a test says. */
public final class FakeSignIns implements SignIns {
  public SignInNeeds needs = SignInNeeds.NOTHING;

  /** What the browser's sign-in shows first; nothing when it fails before that. */
  public Optional<DeviceCode> shown = Optional.empty();

  public SignInAnswer answer = new SignInAnswer.SignedIn(Optional.empty());

  /** What happens when the sign-in is made, before it is answered. */
  public Runnable meanwhile = () -> {};

  public final List<CloudAccount> browsers = new ArrayList<>();
  public final List<String> codes = new ArrayList<>();

  /** Whether the one who waited had given up. */
  public boolean gaveUp;

  @Override
  public SignInNeeds needs(CloudAccount account) {
    return needs;
  }

  @Override
  public SignInAnswer inBrowser(CloudAccount account, SignInWatch watch) {
    browsers.add(account);
    shown.ifPresent(watch::show);
    meanwhile.run();
    gaveUp = watch.givenUpWithin(Duration.ZERO);
    return answer;
  }

  @Override
  public SignInAnswer withCode(CloudAccount account, String region, String code) {
    codes.add(code);
    meanwhile.run();
    return answer;
  }
}
