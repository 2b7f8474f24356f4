package portico.desktop.wizard.account;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.DeviceCode;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.catalog.SignInWatch;
import portico.catalog.SignIns;
import portico.desktop.app.LinkOpener;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;

/** A person's sign-in: in a browser, or with the code of an MFA device. */
public final class SignInViewModel {
  private final SignIns signIns;
  private final Background background;
  private final LinkOpener links;
  private final Runnable signedIn;
  private final Field code;
  private final ReadOnlyObjectWrapper<SignInState> state =
      new ReadOnlyObjectWrapper<>(new SignInState.NotWanted());
  private Optional<Place> place = Optional.empty();
  private Optional<Attempt> running = Optional.empty();

  /**
   * @param signedIn called when the account can be asked again
   */
  SignInViewModel(
      SignIns signIns, Background background, LinkOpener links, Texts texts, Runnable signedIn) {
    this.signIns = signIns;
    this.background = background;
    this.links = links;
    this.signedIn = signedIn;
    code =
        new Field(
            "wizard-mfa-code",
            texts.get("sign-in.code"),
            text ->
                text.matches("\\d{6}")
                    ? Optional.empty()
                    : Optional.of(texts.get("sign-in.code.form")));
  }

  public ReadOnlyObjectProperty<SignInState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The six digits of the MFA device. */
  public Field code() {
    return code;
  }

  /** Whether a sign-in cures the failure. */
  static boolean cures(CatalogFailure failure) {
    return failure instanceof CatalogFailure.MfaCodeNeeded
        || (failure instanceof CatalogFailure.ExpiredCredentials(var profile, var sso) && sso);
  }

  /** The account says that it needs a sign-in; one that is under way for it goes on. */
  void want(Place where, CatalogFailure why) {
    if (running.isEmpty() || !place.equals(Optional.of(where))) {
      stop();
      place = Optional.of(where);
      code.prefill("");
      state.set(new SignInState.Wanted(why, Optional.empty()));
    }
  }

  void wantNothing() {
    stop();
    place = Optional.empty();
    state.set(new SignInState.NotWanted());
  }

  /** Begins the sign-in in a browser. */
  public void start() {
    if (state.get() instanceof SignInState.Wanted(CatalogFailure why, var before)
        && place.isPresent()) {
      CloudAccount account = place.get().account();
      Attempt attempt = begin(why);
      background.run(
          () -> signIns.inBrowser(account, attempt), answer -> ended(attempt, why, answer));
    }
  }

  /** Sends the code of the device, or shows what is wrong with it. */
  public void send() {
    if (!(state.get() instanceof SignInState.Wanted(CatalogFailure why, var before))
        || place.isEmpty()) {
      return;
    }
    if (!code.isValid()) {
      code.reveal();
      return;
    }
    Place where = place.get();
    String digits = code.text();
    code.prefill("");
    Attempt attempt = begin(why);
    background.run(
        () -> signIns.withCode(where.account(), where.region(), digits),
        answer -> ended(attempt, why, answer));
  }

  /** Opens the address once more. */
  public void openBrowser() {
    if (state.get() instanceof SignInState.Waiting(var why, DeviceCode shown)) {
      open(shown.complete());
    }
  }

  /** Gives up; what comes of it after all is dropped. */
  public void cancel() {
    switch (state.get()) {
      case SignInState.Waiting(CatalogFailure why, var shown) -> giveUp(why);
      case SignInState.Busy(CatalogFailure why) -> giveUp(why);
      case SignInState.Wanted wanted -> {}
      case SignInState.NotWanted none -> {}
    }
  }

  private void giveUp(CatalogFailure why) {
    stop();
    state.set(new SignInState.Wanted(why, Optional.empty()));
  }

  private void stop() {
    running.ifPresent(Attempt::giveUp);
    running = Optional.empty();
  }

  private Attempt begin(CatalogFailure why) {
    stop();
    Attempt attempt = new Attempt(why);
    running = Optional.of(attempt);
    state.set(new SignInState.Busy(why));
    return attempt;
  }

  private void shown(Attempt attempt, DeviceCode shown) {
    if (running.equals(Optional.of(attempt))) {
      state.set(new SignInState.Waiting(attempt.why, shown));
      open(shown.complete());
    }
  }

  private void open(URI address) {
    if ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) {
      links.open(address);
    }
  }

  private void ended(Attempt attempt, CatalogFailure why, SignInAnswer answer) {
    if (!running.equals(Optional.of(attempt))) {
      return;
    }
    running = Optional.empty();
    switch (answer) {
      case SignInAnswer.SignedIn(var until) -> {
        wantNothing();
        signedIn.run();
      }
      case SignInAnswer.Failed(SignInFailure.Account(CatalogFailure.MfaCodeNeeded next)) ->
          // The code began one session of a chain; the next one takes another code.
          state.set(new SignInState.Wanted(next, Optional.empty()));
      case SignInAnswer.Failed(SignInFailure failure) ->
          state.set(new SignInState.Wanted(why, Optional.of(failure)));
    }
  }

  /** One sign-in, from whose thread its methods are called. */
  private final class Attempt implements SignInWatch {
    private final CatalogFailure why;
    private final CountDownLatch givenUp = new CountDownLatch(1);

    Attempt(CatalogFailure why) {
      this.why = why;
    }

    void giveUp() {
      givenUp.countDown();
    }

    @Override
    public void show(DeviceCode shown) {
      background.onFx(() -> shown(this, shown));
    }

    @Override
    public boolean givenUpWithin(Duration pause) {
      try {
        return givenUp.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
  }
}
