package portico.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import portico.operation.OperationFailure;
import portico.service.Services;
import portico.spec.SpecProblem;
import portico.spec.SpecText;
import portico.text.Message;

/** What all commands have in common: options, opening the services, refusals, the reply. */
abstract class PorticoCommand implements Callable<Integer> {
  final CliContext context;

  @Mixin private CommonOptions common = new CommonOptions();

  PorticoCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      return execute();
    } catch (Refused e) {
      return refuse(e.refusal());
    }
  }

  /** Opens the services and runs; for those that can do without, to be overridden. */
  int execute() {
    try (Services services = open(common.home(context.terminal()))) {
      return run(services);
    }
  }

  /**
   * Does the work and replies.
   *
   * @return the exit code
   * @throws Refused when it cannot even begin
   */
  abstract int run(Services services);

  /** The environment that the command is about, for the reply to a refusal. */
  Optional<String> environment() {
    return Optional.empty();
  }

  private Services open(Path home) {
    try {
      return context.services().open(home);
    } catch (UncheckedIOException e) {
      throw new Refused(new Refusal.HomeUnusable(home.toString(), String.valueOf(e.getMessage())));
    }
  }

  /** Whether standard output is for a machine. */
  boolean json() {
    return common.json();
  }

  /** A line of the result, unless a machine reads it. */
  void print(String line) {
    if (!json()) {
      context.terminal().out().println(line);
    }
  }

  void print(Table table) {
    if (!json()) {
      table.print(context.terminal().out());
    }
  }

  /** Whether the reply is printed without --json too. */
  boolean alwaysReplies() {
    return false;
  }

  /** The last line of standard output. */
  void reply(Reply reply) {
    if (json() || alwaysReplies()) {
      context.terminal().out().println(reply.json());
    }
  }

  /** Says why, and answers the exit code. */
  private int refuse(Refusal refusal) {
    Message message = context.text().of(refusal);
    complain(message);
    Reply reply =
        Reply.of(refusal instanceof Refusal.Declined ? Reply.CANCELLED : Reply.FAILED)
            .put("environment", environment())
            .failure(code(refusal), message);
    if (refusal instanceof Refusal.WrongSpec(List<SpecProblem> problems)) {
      reply.put("problems", problems.stream().map(this::problem).toList());
    }
    reply(reply);
    return exitCode(refusal);
  }

  /** A message on standard error. */
  void complain(Message message) {
    context.terminal().err().println(message.what());
    for (String line : List.of(message.resources(), message.next())) {
      if (!line.isEmpty()) {
        context.terminal().err().println(line);
      }
    }
  }

  private Map<String, Object> problem(SpecProblem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", SpecText.code(problem.fault()));
    fields.put("field", problem.field());
    problem.at().ifPresent(at -> fields.put("line", at.line()));
    problem.at().ifPresent(at -> fields.put("column", at.column()));
    fields.put("message", context.text().spec.of(problem.fault()));
    return fields;
  }

  private static String code(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Usage _ -> "usage";
      case Refusal.WrongSpec _ -> "invalid_spec";
      case Refusal.NoSpecFile _ -> "spec_unreadable";
      case Refusal.AccountUnreadable(var failure) -> FailureCode.of(failure);
      case Refusal.NotSignedIn(var failure) -> FailureCode.of(failure);
      case Refusal.CodeNeeded _ -> "mfa_code_needed";
      case Refusal.NotStarted(var failure) -> FailureCode.of(failure);
      case Refusal.ConfirmationNeeded _ -> "confirmation_needed";
      case Refusal.Declined _ -> "declined";
      case Refusal.ChecksFailed _ -> "checks_failed";
      case Refusal.BalancerProtected _ -> "deletion_protected";
      case Refusal.HomeUnusable _ -> "home_unusable";
      case Refusal.StandsElsewhere _ -> "stands_elsewhere";
      case Refusal.NotPorticos _ -> "not_porticos";
      case Refusal.NothingRunning _ -> "nothing_running";
    };
  }

  private static int exitCode(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Usage _,
          Refusal.WrongSpec _,
          Refusal.NoSpecFile _,
          Refusal.ConfirmationNeeded _,
          Refusal.StandsElsewhere _ ->
          ExitCode.USAGE;
      case Refusal.NotStarted(OperationFailure.InvalidSpec _) -> ExitCode.USAGE;
      case Refusal.NotStarted(OperationFailure.NoSuchEnvironment _) -> ExitCode.USAGE;
      case Refusal.Declined _ -> ExitCode.CANCELLED;
      case Refusal.NotStarted _,
          Refusal.AccountUnreadable _,
          Refusal.NotSignedIn _,
          Refusal.CodeNeeded _,
          Refusal.HomeUnusable _,
          Refusal.ChecksFailed _,
          Refusal.BalancerProtected _,
          Refusal.NotPorticos _,
          Refusal.NothingRunning _ ->
          ExitCode.FAILED;
    };
  }
}
