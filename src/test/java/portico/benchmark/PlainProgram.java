package portico.benchmark;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.WorkspaceStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import portico.catalog.Ownership;
import portico.model.EnvironmentName;
import portico.model.SpecDefaults;
import portico.program.LoadBalancerProgram;

/** What one would write oneself: the same program, Pulumi's automation library as it comes. */
final class PlainProgram {
  private PlainProgram() {}

  /** Arguments: {@code up} or {@code destroy}, work folder, VPC, two subnets. */
  public static void main(String[] args) throws AutomationException {
    LoadBalancerProgram program =
        new LoadBalancerProgram(
            SpecDefaults.smallest(
                BenchmarkCloud.REGION,
                args[2],
                List.of(args[3], args[4]),
                List.of("203.0.113.7/32")),
            new Ownership(new EnvironmentName("demo"), "benchmark"),
            name -> "not used");
    LocalWorkspaceOptions options =
        LocalWorkspaceOptions.builder()
            .workDir(Path.of(args[1]))
            .environmentVariables(Map.copyOf(System.getenv()))
            .build();
    WorkspaceStack stack = LocalWorkspace.createOrSelectStack("benchmark", "dev", program, options);
    stack.setConfig("aws:region", new com.pulumi.automation.ConfigValue(BenchmarkCloud.REGION));
    stack.setConfig("aws:skipMetadataApiCheck", new com.pulumi.automation.ConfigValue("true"));
    if (args[0].equals("up")) {
      stack.up();
    } else {
      stack.destroy();
    }
    System.exit(0);
  }
}
