package portico.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.LoadBalancerSummary;
import portico.catalog.TakeoverRemark;
import portico.service.Services;
import portico.spec.SpecAnswer;
import portico.spec.SpecDraft;
import portico.spec.SpecFile;
import portico.spec.SpecProblem;

/**
 * The spec of an environment like a load balancer that is there already, whoever made it. Reads
 * only: the load balancer is not touched.
 */
@Command(name = "from-load-balancer")
final class FromLoadBalancer extends PorticoCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Parameters(paramLabel = "ARN_OR_NAME", descriptionKey = "load-balancer-parameter")
  private String balancer = "";

  @Option(names = "--output", paramLabel = "FILE")
  private Optional<String> output = Optional.empty();

  @Option(names = "--force")
  private boolean force;

  FromLoadBalancer(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    Place place =
        Place.choose(accounts, Optional.empty(), regionOf(balancer), services.catalogs(), context);
    context.say(
        "using",
        context.text().of(place.account()),
        place.region(),
        place.provider().name().toLowerCase(Locale.ROOT));
    new CodePrompt(context, services).beforeUse(place);
    FoundLoadBalancer found = read(services, place);
    LoadBalancerSummary summary = found.balancer();
    String text =
        context.text().get("takeover.comment", summary.name(), summary.arn())
            + "\n"
            + SpecFile.write(found.twin());
    List<String> problems = problems(text);
    output.ifPresentOrElse(file -> write(file, text), () -> print(text.stripTrailing()));
    say(found, problems);
    reply(
        Reply.of(Reply.SUCCEEDED)
            .put("load_balancer", summary.name())
            .put("arn", summary.arn())
            .put("spec", text)
            .put("remarks", found.remarks().stream().map(this::remark).toList())
            .put("problems", problems));
    return ExitCode.DONE;
  }

  /** An ARN names its region. */
  private static Optional<String> regionOf(String arnOrName) {
    String[] parts = arnOrName.split(":", -1);
    return arnOrName.startsWith("arn:") && parts.length > 3 && !parts[3].isEmpty()
        ? Optional.of(parts[3])
        : Optional.empty();
  }

  private FoundLoadBalancer read(Services services, Place place) {
    try (Catalog catalog = services.catalogs().open(place.account(), place.region())) {
      return switch (catalog.existing().read(balancer)) {
        case Answer.Found<FoundLoadBalancer>(FoundLoadBalancer found) -> found;
        case Answer.Failed<FoundLoadBalancer>(var failure) ->
            throw new Refused(new Refusal.AccountUnreadable(failure));
      };
    }
  }

  /** What has to be mended in the spec before it can be deployed. */
  private List<String> problems(String text) {
    return switch (SpecFile.read(text)) {
      case SpecAnswer.Wrong<SpecDraft>(List<SpecProblem> problems) ->
          problems.stream().map(context.text().spec::inOneLine).toList();
      case SpecAnswer.Read<SpecDraft> _, SpecAnswer.Unreadable<SpecDraft> _ -> List.of();
    };
  }

  private void write(String file, String text) {
    try {
      Path path = Path.of(file);
      if (!force && Files.exists(path)) {
        throw new Refused(Refusal.Usage.of("usage.output-exists", path));
      }
      Files.writeString(path, text);
      print(context.text().get("takeover.written", path));
    } catch (IOException | InvalidPathException e) {
      throw new Refused(Refusal.Usage.of("usage.output-unwritable", file, e.toString()));
    }
  }

  private void say(FoundLoadBalancer found, List<String> problems) {
    TakeoverRemark.Weight last = null;
    for (TakeoverRemark each : found.remarks()) {
      if (each.kind().weight() != last) {
        last = each.kind().weight();
        context.terminal().err().println(context.text().takeover.of(last) + ":");
      }
      context.terminal().err().println("- " + context.text().takeover.of(each));
    }
    if (!problems.isEmpty()) {
      context.say("takeover.problems");
      problems.forEach(each -> context.terminal().err().println("- " + each));
    }
    context.say("takeover.beside", found.balancer().name());
  }

  private Map<String, Object> remark(TakeoverRemark remark) {
    return Reply.fields(
        "code", remark.kind().name().toLowerCase(Locale.ROOT),
        "weight", remark.kind().weight().name().toLowerCase(Locale.ROOT),
        "facts", remark.facts(),
        "message", context.text().takeover.of(remark));
  }
}
