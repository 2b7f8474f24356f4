package portico.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import portico.model.EnvironmentSpec;

/** Turns an environment into files of another tool. */
public final class Exporter {
  private Exporter() {}

  /**
   * The files, by their paths within a folder, with forward slashes. No file holds an API key:
   * those become secrets that the user of the code sets.
   *
   * @param spec one that breaks no rule
   * @param running the resources that run, for code that takes them over
   * @throws IllegalArgumentException for an action that names a target group which is not there
   */
  public static SequencedMap<String, String> export(
      EnvironmentSpec spec, ExportForm form, Running running) {
    Stack stack = new StackBuilder(spec, running).build();
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("README.md", new ReadmeWriter(stack, running).text(form));
    files.putAll(code(stack, form, running));
    return Collections.unmodifiableSequencedMap(files);
  }

  private static Map<String, String> code(Stack stack, ExportForm form, Running running) {
    return switch (form) {
      case PULUMI_JAVA -> new JavaWriter(stack).files(running);
      case PULUMI_TYPESCRIPT -> new TypeScriptWriter(stack).files(running);
      case PULUMI_PYTHON -> new PythonWriter(stack).files(running);
      case PULUMI_YAML -> new PulumiYamlWriter(stack).files(running);
      case TERRAFORM -> new TerraformWriter(stack).files(running);
      case AWS_CLI -> new AwsCliWriter(stack).files();
    };
  }
}
