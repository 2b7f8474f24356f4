package portico.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.environment.Environment;
import portico.proof.HeaderField;
import portico.proof.ProofChoices;
import portico.proof.ProofControl;
import portico.proof.ProofListener;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import portico.proof.Streaming;
import portico.proof.json.ProofJson;
import portico.service.Proving;
import portico.service.Services;
import portico.text.ProofPaper;
import portico.text.Words;

/** Proves that an environment's service answers, and keeps the report. */
@Command(name = "prove")
final class ProveCommand extends EnvironmentCommand {
  @Option(names = "--stream-path", paramLabel = "PATH")
  private Optional<String> streamPath = Optional.empty();

  @Option(names = "--method", paramLabel = "METHOD", defaultValue = "POST")
  private String method = "POST";

  @Option(names = "--body", paramLabel = "TEXT", defaultValue = "")
  private String body = "";

  @Option(names = "--header", paramLabel = "NAME:VALUE")
  private List<String> headers = new ArrayList<>();

  @Option(names = "--no-stream")
  private boolean noStream;

  @Option(names = "--silent", paramLabel = "SECONDS")
  private Optional<Integer> silent = Optional.empty();

  @Option(names = "--export", paramLabel = "FILE")
  private Optional<Path> export = Optional.empty();

  ProveCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    ProofChoices choices = choices();
    Environment environment = names().existing(services.environments(), context.text());
    ProofControl control = new ProofControl();
    Optional<Proving.Proven> proven;
    try (var _ = context.interrupts().onInterrupt(control::cancel)) {
      proven = new Proving(services).prove(environment, choices, progress(), control);
    }
    if (proven.isEmpty()) {
      throw new Refused(Refusal.Usage.of("usage.nothing-to-prove", environment.name()));
    }
    ProofReport report = proven.get().report();
    print(context.text().proof.of(report.verdict().grade()));
    print(context.text().proof.verdict(report));
    if (report.practice()) {
      print(context.text().proof.practice());
    }
    context.text().proof.records(report).forEach(each -> print(each.inOneLine()));
    proven.get().notKept().ifPresent(why -> context.say("prove.not-kept", why));
    boolean written = export.isEmpty() || write(report, export.get());
    boolean good =
        switch (report.verdict().grade()) {
          case PROVEN, ANSWERS -> true;
          case PARTLY, NOT -> false;
        };
    reply(
        Reply.of(good ? Reply.SUCCEEDED : control.cancelled() ? Reply.CANCELLED : Reply.FAILED)
            .put("environment", environment.name().value())
            .put("proof", new ProofJson().tree(report)));
    if (control.cancelled()) {
      return ExitCode.CANCELLED;
    }
    return good && written ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ProofListener progress() {
    return step -> {
      String line =
          context
              .text()
              .get(
                  step instanceof ProofStep.Failed ? "prove.step-failed" : "prove.step",
                  step.listener(),
                  context.text().proof.of(step.stage()),
                  context.text().proof.of(step, Instant.now()),
                  context.text().proof.length(step.took()));
      context.terminal().err().println(line);
    };
  }

  private ProofChoices choices() {
    if (silent.filter(seconds -> seconds < 0 || seconds > ProofChoices.SILENT_MAX).isPresent()) {
      throw new Refused(Refusal.Usage.of("usage.silent-range", ProofChoices.SILENT_MAX));
    }
    if (streamPath.isEmpty() && (!body.isEmpty() || !headers.isEmpty())) {
      throw new Refused(Refusal.Usage.of("usage.body-without-path"));
    }
    boolean wanted = silent.filter(seconds -> seconds == 0).isEmpty();
    return new ProofChoices(
        !noStream,
        streamPath.map(this::ask),
        wanted,
        silent.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private Streaming.Ask ask(String path) {
    try {
      List<HeaderField> fields = headers.stream().map(ProveCommand::field).toList();
      return new Streaming.Ask(method, path, fields, body, Optional.empty(), true);
    } catch (IllegalArgumentException malformed) {
      throw new Refused(
          Refusal.Usage.of("usage.request-form", String.valueOf(malformed.getMessage())));
    }
  }

  private static HeaderField field(String text) {
    int colon = text.indexOf(':');
    return new HeaderField(
        colon < 0 ? text : text.substring(0, colon),
        colon < 0 ? "" : text.substring(colon + 1).strip());
  }

  /** JSON for a name that ends so, else Markdown. */
  private boolean write(ProofReport report, Path file) {
    String text =
        file.toString().endsWith(".json")
            ? new ProofJson().write(report)
            : new ProofPaper(Words.core()).markdown(report);
    try {
      Files.writeString(file, text);
      print(context.text().get("prove.exported", file));
      return true;
    } catch (IOException refused) {
      context.say("prove.not-exported", file, refused.toString());
      return false;
    }
  }
}
