package portico.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.environment.DeletionProtection;
import portico.operation.OperationKind;
import portico.service.Services;
import portico.spec.SpecDiff;

/** Says what a deploy or a destroy would do. */
@Command(name = "preview")
final class PreviewCommand extends OperationCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--spec", paramLabel = "FILE")
  private Optional<String> spec = Optional.empty();

  @Option(names = "--destroy")
  private boolean destroy;

  PreviewCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    if (destroy && spec.isPresent()) {
      throw new Refused(Refusal.Usage.of("usage.destroy-has-no-spec"));
    }
    Planner planner = new Planner(context, services);
    Plan plan =
        destroy
            ? planner.existing(
                names().existingNamed(services.environments(), context.text()), accounts)
            : planner.deploy(names().required(context.text()), accounts, spec);
    if (!destroy) {
      new Checks(context, services).warn(plan);
    }
    OperationReport report =
        operate(services, destroy ? OperationKind.DESTROY_PREVIEW : OperationKind.PREVIEW, plan);
    if (!report.succeeded(context.text())) {
      return previewFailed(report);
    }
    List<Steps.Row> rows = printPreview(services, report, true);
    List<SpecDiff.Line> changes = destroy ? List.of() : printChanges(services, plan, true);
    Optional<String> balancer =
        destroy ? warnOfDestroy(services, plan) : warnOfReplacement(services, plan, rows);
    int code = conclude(report);
    Reply reply = report.reply(context.text());
    balancer.ifPresent(name -> reply.put("deletion_protected", name));
    reply(
        reply
            .put("resources", rows.stream().map(Steps.Row::fields).toList())
            .put("spec_changes", changes.stream().map(SpecDiff.Line::marked).toList()));
    return code;
  }

  private Optional<String> warnOfDestroy(Services services, Plan plan) {
    Optional<String> balancer = standing(services, plan).flatMap(DeletionProtection::ofDestroy);
    balancer.ifPresent(name -> context.say("protection.destroy", name));
    return balancer;
  }
}
