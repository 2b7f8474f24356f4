package portico.cli;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.environment.Ending;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.environment.Lifetime;
import portico.operation.OperationFailure;
import portico.service.Services;

/** Shows, sets or removes the time at which an environment ends by itself. */
@Command(name = "deadline")
final class DeadlineCommand extends EnvironmentCommand {
  @Option(names = "--in", paramLabel = "TIME")
  private Optional<String> in = Optional.empty();

  @Option(names = "--never")
  private boolean never;

  DeadlineCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    if (never && in.isPresent()) {
      throw new Refused(Refusal.Usage.of("usage.in-or-never"));
    }
    Optional<Lifetime> wanted = in.map(LifetimeOption::parse);
    boolean changes = never || wanted.isPresent();
    Environment environment =
        changes
            ? names().existingNamed(services.environments(), context.text())
            : names().existing(services.environments(), context.text());
    Instant now = context.clock().instant();
    wanted.ifPresent(each -> endIn(services, environment, each, now));
    if (never) {
      refuseIf(services.deadlines().never(environment.name()));
    }
    show(services.deadlines().find(environment.name()), environment, now);
    return ExitCode.DONE;
  }

  private static void endIn(
      Services services, Environment environment, Lifetime lifetime, Instant now) {
    specOf(environment);
    if (environment.state() instanceof EnvironmentState.Empty) {
      throw new Refused(Refusal.Usage.of("usage.nothing-to-end", environment.name().value()));
    }
    refuseIf(services.deadlines().endAt(environment.name(), now.plus(lifetime.length())));
  }

  private static void refuseIf(Optional<OperationFailure> failure) {
    failure.ifPresent(
        each -> {
          throw new Refused(new Refusal.NotStarted(each));
        });
  }

  private void show(Ending ending, Environment environment, Instant now) {
    CliText text = context.text();
    String name = environment.name().value();
    print(text.get("ends-line", name, text.deadlines.whole(ending, now)));
    if (!ending.stays()) {
      context.terminal().err().println(text.deadlines.promise());
    }
    if (ending.deadline().filter(each -> each.isDue(now)).isPresent()) {
      context.say("ends-due");
    }
    reply(
        Reply.of(Reply.SUCCEEDED)
            .put("environment", name)
            .put("ends", EndingFields.of(ending, now)));
  }
}
