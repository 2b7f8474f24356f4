package portico.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.catalog.Answer;
import portico.catalog.RemovalControl;
import portico.service.Findings;
import portico.service.Leftover;
import portico.service.Services;
import portico.service.Sweeping;

/** Finds and removes what environments left that this home folder no longer knows. */
@Command(name = "sweep")
final class SweepCommand extends PorticoCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--environment", paramLabel = "NAME")
  private Optional<String> environment = Optional.empty();

  @Option(names = "--installation", paramLabel = "ID")
  private Optional<String> installation = Optional.empty();

  @Option(names = "--logs")
  private boolean logs;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  SweepCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    if (installation.isPresent() && environment.isEmpty()) {
      throw new Refused(Refusal.Usage.of("usage.installation-alone"));
    }
    Place place =
        Place.choose(accounts, Optional.empty(), Optional.empty(), services.catalogs(), context);
    context.say("sweep.using", context.text().of(place.account()), place.region());
    Sweeping sweeping = new Sweeping(services);
    Findings found =
        switch (sweeping.look(place.account(), place.region())) {
          case Answer.Found<Findings>(Findings findings) -> findings;
          case Answer.Failed<Findings>(var failure) ->
              throw new Refused(new Refusal.AccountUnreadable(failure));
        };
    SweepReport report = new SweepReport(context.text(), found);
    report.lines().forEach(this::print);
    List<Leftover> chosen = chosen(found);
    if (!dryRun) {
      chosen = confirmed(chosen);
      remove(sweeping, place, chosen, report);
    }
    reply(
        report.reply().put("account", Reply.fields(place.account())).put("region", place.region()));
    return report.exitCode();
  }

  /** What is to go: all of this home folder, or the one that is named exactly. */
  private List<Leftover> chosen(Findings found) {
    if (environment.isEmpty()) {
      return found.here();
    }
    String name = environment.get();
    List<Leftover> matching = new ArrayList<>();
    if (installation.isEmpty()) {
      matching.addAll(found.here());
    } else {
      matching.addAll(found.here());
      matching.addAll(found.elsewhere());
      matching.removeIf(each -> !each.installation().equals(installation.get()));
    }
    matching.removeIf(each -> !each.environment().equals(name));
    if (matching.isEmpty()) {
      boolean another =
          installation.isEmpty()
              && found.elsewhere().stream().anyMatch(each -> each.environment().equals(name));
      throw new Refused(
          another
              ? Refusal.Usage.of("usage.installation-needed", name)
              : Refusal.Usage.of("usage.nothing-left", name));
    }
    return matching;
  }

  /** Removing cannot be undone, so each environment's name must be typed. */
  private List<Leftover> confirmed(List<Leftover> chosen) {
    chosen.stream()
        .filter(each -> !each.here())
        .forEach(
            each ->
                context.say("sweep.elsewhere-warning", each.environment(), each.installation()));
    if (yes || chosen.isEmpty()) {
      return chosen;
    }
    if (!context.terminal().interactive()) {
      throw new Refused(new Refusal.ConfirmationNeeded());
    }
    List<Leftover> confirmed =
        chosen.stream()
            .filter(
                each ->
                    context
                        .terminal()
                        .ask(context.text().get("ask.sweep", each.environment()))
                        .filter(each.environment()::equals)
                        .isPresent())
            .toList();
    if (confirmed.isEmpty()) {
      throw new Refused(new Refusal.Declined());
    }
    return confirmed;
  }

  private void remove(Sweeping sweeping, Place place, List<Leftover> chosen, SweepReport report) {
    RemovalControl control = new RemovalControl();
    try (var _ =
        context
            .interrupts()
            .onInterrupt(
                () -> {
                  context.say("sweep.stopping");
                  control.stop();
                })) {
      for (Leftover each : chosen) {
        Sweeping.Swept swept =
            sweeping.sweep(
                place.account(),
                place.region(),
                each,
                logs,
                control,
                gone -> context.terminal().err().println(report.removedLine(gone)));
        report.swept(each, swept.removal());
        report.messages(swept.removal()).forEach(this::complain);
        swept.notLogged().ifPresent(why -> context.say("sweep.not-logged", why));
      }
    }
    report.stopped(control.stopped());
    report.conclusion().forEach(this::print);
  }
}
