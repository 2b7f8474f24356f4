package portico.engine.worker;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.StackSettings;
import com.pulumi.automation.StackSettingsConfigValue;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import portico.catalog.Ownership;
import portico.engine.CloudSession;
import portico.engine.Home;
import portico.engine.command.EngineCommand;
import portico.operation.ProviderKind;
import portico.program.LoadBalancerProgram;

/** Opens the environment's stack in its own work folder, creating it where there is none. */
final class EngineStack {
  /** Every service that the program's resources or the plugin's own start speak to. */
  private static final List<String> SERVICES =
      List.of("acm", "ec2", "elbv2", "iam", "lambda", "s3", "sts", "wafv2");

  private EngineStack() {}

  static WorkspaceStack open(
      Job job,
      CloudSession session,
      Keys keys,
      EngineCommand command,
      Map<String, String> environment)
      throws AutomationException, IOException {
    Ownership ownership = new Ownership(job.request().environment(), job.home().installation());
    LocalWorkspaceOptions options =
        LocalWorkspaceOptions.builder()
            .workDir(job.workFolder())
            .pulumiHome(job.home().pulumiHome())
            .pulumiCommand(command)
            .environmentVariables(environment)
            .build();
    String name = job.request().environment().value();
    LoadBalancerProgram program =
        new LoadBalancerProgram(job.request().spec(), ownership, keys::of);
    WorkspaceStack stack =
        job.stacks().exists(job.request().environment())
            ? LocalWorkspace.selectStack(Home.PROJECT, name, program, options)
            : LocalWorkspace.createStack(Home.PROJECT, name, program, options);
    writeSettings(stack, name, job, session);
    return stack;
  }

  /** One write of the file instead of one CLI call per value. Nothing in it is secret. */
  private static void writeSettings(
      WorkspaceStack stack, String name, Job job, CloudSession session) throws AutomationException {
    Map<String, StackSettingsConfigValue> config = new HashMap<>();
    put(config, "aws:region", job.request().spec().region());
    put(config, "aws:skipMetadataApiCheck", "true");
    Optional<URI> endpoint = session.endpoint();
    if (endpoint.isPresent() && job.request().provider() == ProviderKind.OFFICIAL) {
      put(config, "aws:skipCredentialsValidation", "true");
      put(config, "aws:skipRequestingAccountId", "true");
      put(config, "aws:skipRegionValidation", "true");
      put(config, "aws:s3UsePathStyle", "true");
      put(config, "aws:endpoints", endpoints(endpoint.get()));
    }
    StackSettings settings =
        stack
            .workspace()
            .getStackSettings(name)
            .map(StackSettings::toBuilder)
            .orElseGet(StackSettings::builder)
            .config(config)
            .build();
    stack.workspace().saveStackSettings(name, settings);
  }

  /** One address for all services: whichever is left out would be asked at AWS itself. */
  static String endpoints(URI endpoint) {
    return SERVICES.stream()
        .map(service -> "\"%s\":\"%s\"".formatted(service, endpoint))
        .collect(Collectors.joining(",", "[{", "}]"));
  }

  private static void put(Map<String, StackSettingsConfigValue> config, String key, String value) {
    config.put(key, new StackSettingsConfigValue(value, false));
  }
}
