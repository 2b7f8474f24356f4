package portico.cli;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.catalog.SignInNeeds;
import portico.service.Services;
import portico.text.CredentialsText;

/** Signs in: at IAM Identity Center in a browser, or with the code of an MFA device. */
@Command(name = "sign-in")
final class SignInCommand extends PorticoCommand {
  /** Standard input, the only place that a code may come from. */
  private static final String INPUT = "-";

  private static final int TRIES = 3;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--no-browser")
  private boolean noBrowser;

  @Option(names = "--mfa-code", paramLabel = "-")
  private Optional<String> code = Optional.empty();

  SignInCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    code.filter(value -> !value.equals(INPUT))
        .ifPresent(
            value -> {
              throw new Refused(Refusal.Usage.of("usage.mfa-code"));
            });
    Place place =
        Place.choose(accounts, Optional.empty(), Optional.empty(), services.catalogs(), context);
    SignInNeeds needs = services.signIns().needs(place.account());
    SignInAnswer answer = new SignInAnswer.SignedIn(Optional.empty());
    if (needs.startUrl().isPresent() || needs.device().isEmpty()) {
      answer =
          services
              .signIns()
              .inBrowser(
                  place.account(),
                  new TerminalWatch(context, !noBrowser && context.terminal().interactive()));
    }
    if (needs.device().isPresent() && answer instanceof SignInAnswer.SignedIn) {
      answer = withCode(services, place, needs.device().get());
    }
    return conclude(place, answer);
  }

  /** A person may mistype; a program may not. */
  private SignInAnswer withCode(Services services, Place place, String device) {
    boolean asked = code.isEmpty();
    if (asked && !context.terminal().interactive()) {
      throw new Refused(new Refusal.CodeNeeded(device));
    }
    SignInAnswer answer = once(services, place, device);
    for (int tries = 1; asked && tries < TRIES && mistyped(answer); tries++) {
      complain(context.text().failures.of(((SignInAnswer.Failed) answer).failure()));
      answer = once(services, place, device);
    }
    return answer;
  }

  private SignInAnswer once(Services services, Place place, String device) {
    String question = code.isPresent() ? "" : context.text().get("sign-in.code", device);
    String typed = context.terminal().askSecret(question).orElse("");
    return services.signIns().withCode(place.account(), place.region(), typed);
  }

  private static boolean mistyped(SignInAnswer answer) {
    return answer instanceof SignInAnswer.Failed(SignInFailure failure)
        && (failure instanceof SignInFailure.WrongCode
            || failure instanceof SignInFailure.NotACode);
  }

  private int conclude(Place place, SignInAnswer answer) {
    return switch (answer) {
      case SignInAnswer.Failed(SignInFailure failure) ->
          throw new Refused(new Refusal.NotSignedIn(failure));
      case SignInAnswer.SignedIn(Optional<Instant> until) -> {
        CredentialsText text = CredentialsText.ofThisMachine();
        print(
            until
                .map(end -> context.text().get("sign-in.done", text.end(end, Instant.now())))
                .orElseGet(() -> context.text().get("sign-in.done-open")));
        reply(
            Reply.of(Reply.SUCCEEDED)
                .put("account", Reply.fields(place.account()))
                .put("until", until.map(Instant::toString)));
        yield ExitCode.DONE;
      }
    };
  }
}
