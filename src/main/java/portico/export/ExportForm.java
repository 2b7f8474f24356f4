package portico.export;

import java.util.Arrays;
import java.util.Optional;

/** What an environment can be exported as. */
public enum ExportForm {
  PULUMI_JAVA("pulumi-java"),
  PULUMI_TYPESCRIPT("pulumi-typescript"),
  PULUMI_PYTHON("pulumi-python"),
  PULUMI_YAML("pulumi-yaml"),
  TERRAFORM("terraform"),
  AWS_CLI("aws-cli");

  private final String word;

  ExportForm(String word) {
    this.word = word;
  }

  /** The form's name on the command line. */
  public String word() {
    return word;
  }

  /** The form of that name. */
  public static Optional<ExportForm> of(String word) {
    return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
  }
}
