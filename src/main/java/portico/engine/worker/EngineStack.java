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
import java.util.Map;
import java.util.Optional;
import portico.engine.CloudSession;
import portico.engine.Home;
import portico.engine.command.EngineCommand;
import portico.operation.ProviderKind;
import portico.program.LoadBalancerProgram;
import portico.program.Ownership;

/** Opens the environment's stack in its own work folder, creating it where there is none. */
final class EngineStack {
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
      put(
          config,
          "aws:endpoints",
          "[{\"ec2\":\"%1$s\",\"elbv2\":\"%1$s\",\"sts\":\"%1$s\",\"acm\":\"%1$s\",\"iam\":\"%1$s\"}]"
              .formatted(endpoint.get()));
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

  private static void put(Map<String, StackSettingsConfigValue> config, String key, String value) {
    config.put(key, new StackSettingsConfigValue(value, false));
  }
}
