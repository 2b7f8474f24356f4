package portico.cli;

import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.CallerIdentity;
import portico.catalog.Catalog;
import portico.catalog.CatalogFailure;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.service.Services;

/** Asks on the terminal for the code of an MFA device. */
record CodePrompt(CliContext context, Services services) {
  private static final int TRIES = 3;

  /**
   * Begins the session of an account that takes a code and has none, where there is someone to ask;
   * elsewhere the account's own failure says what to do.
   *
   * @throws Refused when the code does not begin it
   */
  void beforeUse(Place place) {
    Optional<String> device =
        services
            .signIns()
            .needs(place.account())
            .device()
            .filter(each -> context.terminal().interactive() && isOver(place));
    if (device.isPresent()
        && ask(place, device.get()) instanceof SignInAnswer.Failed(SignInFailure failure)) {
      throw new Refused(new Refusal.NotSignedIn(failure));
    }
  }

  private boolean isOver(Place place) {
    try (Catalog catalog = services.catalogs().open(place.account(), place.region())) {
      return catalog.callerIdentity() instanceof Answer.Failed<CallerIdentity>(var failure)
          && failure instanceof CatalogFailure.MfaCodeNeeded;
    }
  }

  /** Asks a person, who may mistype. */
  SignInAnswer ask(Place place, String device) {
    String question = context.text().get("sign-in.code", device);
    SignInAnswer answer = read(place, question);
    for (int tries = 1; tries < TRIES && mistyped(answer); tries++) {
      answer = read(place, question);
    }
    return answer;
  }

  private boolean mistyped(SignInAnswer answer) {
    boolean mistyped =
        answer instanceof SignInAnswer.Failed(SignInFailure failure)
            && (failure instanceof SignInFailure.WrongCode
                || failure instanceof SignInFailure.NotACode);
    if (mistyped) {
      context.say("sign-in.code-again");
    }
    return mistyped;
  }

  /** Reads one code, after the question where there is one. */
  SignInAnswer read(Place place, String question) {
    String typed = context.terminal().askSecret(question).orElse("");
    return services.signIns().withCode(place.account(), place.region(), typed);
  }
}
