package portico.export;

/** Writes how to take over. */
final class ReadmeWriter {
  private final Stack stack;
  private final boolean running;

  ReadmeWriter(Stack stack, Running running) {
    this.stack = stack;
    this.running = !new Imports(stack, running).ids().isEmpty();
  }

  String text(ExportForm form) {
    StringBuilder text = new StringBuilder();
    text.append("# Load balancer ").append(stack.name()).append("\n\n");
    text.append("Exported by Portico. Region ").append(stack.region()).append(". ");
    text.append("Credentials are those of the AWS environment, as for the AWS CLI.\n\n");
    text.append(
        switch (form) {
          case PULUMI_JAVA -> pulumi("Java 17 and Maven", "");
          case PULUMI_TYPESCRIPT -> pulumi("Node.js", "npm install\n");
          case PULUMI_PYTHON ->
              pulumi(
                  "Python 3.9 or newer",
                  "python3 -m venv venv\nvenv/bin/pip install -r requirements.txt\n");
          case PULUMI_YAML -> pulumi("nothing else", "");
          case TERRAFORM -> terraform();
          case AWS_CLI -> awsCli();
        });
    return text.toString();
  }

  private String pulumi(String needs, String install) {
    StringBuilder secrets = new StringBuilder();
    stack
        .secrets()
        .forEach(
            secret ->
                secrets
                    .append("pulumi config set --secret ")
                    .append(Names.camel(secret.variable()))
                    .append("   # asks for it: ")
                    .append(secret.description())
                    .append('\n'));
    return """
    ## Make it

    Needs the Pulumi CLI and %s.

    ```sh
    %spulumi stack init production
    %spulumi up
    ```

    """
            .formatted(needs, install, secrets)
        + takeOver(
            """
            `import.json` names every resource that runs with its id. Import them before the first `up`:

            ```sh
            pulumi import --file import.json --protect=false --generate-code=false
            pulumi preview --diff
            ```
            """);
  }

  private String terraform() {
    StringBuilder secrets = new StringBuilder();
    stack
        .secrets()
        .forEach(
            secret ->
                secrets
                    .append("read -rs TF_VAR_")
                    .append(secret.variable())
                    .append(" && export TF_VAR_")
                    .append(secret.variable())
                    .append("   # ")
                    .append(secret.description())
                    .append('\n'));
    return """
    ## Make it

    Needs Terraform 1.5 or newer, or OpenTofu.

    ```sh
    terraform init
    %sterraform plan
    terraform apply
    ```

    The state is in this folder until you name a backend in `main.tf`. It holds API keys in plain
    text: keep it where only you read it.

    """
            .formatted(secrets)
        + takeOver(
            """
            `imports.tf` names every resource that runs with its id; the next `terraform apply` takes
            them over. Delete the file afterwards.
            """);
  }

  private String awsCli() {
    return """
    ## Make it

    Needs the AWS CLI, version 2, and bash.

    ```sh
    bash create.sh
    ```

    The script stops at the first command that fails and does not go on where it stopped:
    `delete.sh` removes what it has made until then, and can be run again if it fails itself. It goes
    by names alone: if `create.sh` says that a name is taken, what has that name may be another's,
    and `delete.sh` would remove it.

    ## Where it runs already

    Nothing needs to be made. The scripts keep no state: `delete.sh` finds the resources by their
    names, and every other change is a command of the AWS CLI.
    """;
  }

  private String takeOver(String how) {
    if (!running) {
      return """
      ## Where it runs already

      This was exported without the ids of running resources. Names are taken once: remove the
      running environment first, or export it by its name to get the ids with the code.
      """;
    }
    return """
    ## Take over what runs

    %s
    What may differ then is small: the tags that begin with `portico:` go, because from now on the
    resources are no longer Portico's, the rules on the targets' security groups no longer name the
    environment in their descriptions, and registrations of targets are made again, which changes
    nothing in AWS. Anything else in the plan deserves a look.

    Afterwards do not deploy or destroy this environment with Portico: two tools that keep the same
    resources undo each other's work.
    """
        .formatted(how);
  }
}
