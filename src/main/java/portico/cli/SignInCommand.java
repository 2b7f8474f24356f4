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

  private SignInAnswer withCode(Services services, Place place, String device) {
    CodePrompt prompt = new CodePrompt(context, services);
    if (code.isPresent()) {
      return prompt.read(place, "");
    }
    if (!context.terminal().interactive()) {
      throw new Refused(new Refusal.CodeNeeded(device));
    }
    return prompt.ask(place, device);
  }

  private int conclude(Place place, SignInAnswer answer) {
    return switch (answer) {
      case SignInAnswer.Failed(SignInFailure failure) ->
          throw new Refused(new Refusal.NotSignedIn(failure));
      case SignInAnswer.SignedIn(Optional<Instant> until) -> {
        CredentialsText text = CredentialsText.ofThisMachine();
        print(
            until
                .map(
                    end ->
                        context
                            .text()
                            .get("sign-in.done", text.end(end, context.clock().instant())))
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
