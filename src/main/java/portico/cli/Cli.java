package portico.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import portico.service.ServicesFactory;
import portico.text.Message;

/** The command line. One instance may run several times, one at a time. */
public final class Cli {
  private static final String HELP = "portico.cli.help";
  private static final int WIDTH = 100;

  private final CliContext context;

  /**
   * A command line.
   *
   * @param services opened once per command, over the home folder that its options name
   * @param terminal where it reads and writes
   * @param interrupts what Ctrl+C does while an operation is followed
   */
  public Cli(ServicesFactory services, Terminal terminal, Interrupts interrupts) {
    this(services, terminal, interrupts, new SystemBrowser(), InstantSource.system());
  }

  /** With another way to open an address in a browser and a clock of one's own. */
  Cli(
      ServicesFactory services,
      Terminal terminal,
      Interrupts interrupts,
      Consumer<URI> browser,
      InstantSource clock) {
    this.context = new CliContext(services, terminal, interrupts, browser, new CliText(), clock);
  }

  /**
   * Runs one command.
   *
   * @return 0 when it is done, 1 when it failed, 2 when the command or its input is wrong, 130 when
   *     it was cancelled
   */
  public int run(String... args) {
    CommandLine commands = commands();
    commands.setOut(writer(context.terminal().out()));
    commands.setErr(writer(context.terminal().err()));
    commands.setParameterExceptionHandler((e, given) -> usage(e, given));
    commands.setExecutionExceptionHandler((e, command, parsed) -> defect(e, args));
    return commands.execute(args);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /** The commands with their words, for one run. */
  CommandLine commands() {
    CommandLine commands = new CommandLine(new RootCommand());
    for (PorticoCommand command :
        new PorticoCommand[] {
          new DeployCommand(context),
          new PreflightCommand(context),
          new PreviewCommand(context),
          new ListCommand(context),
          new StatusCommand(context),
          new DoctorCommand(context),
          new OutputsCommand(context),
          new ProveCommand(context),
          new HistoryCommand(context),
          new DriftCommand(context),
          new RefreshCommand(context),
          new CancelCommand(context),
          new DestroyCommand(context),
          new SweepCommand(context),
          new DeadlineCommand(context),
          new ExpireCommand(context),
          new SignInCommand(context),
          new CatalogCommand(context),
          new ExportCommand(context),
          new CostCommand(context)
        }) {
      commands.addSubcommand(command);
    }
    commands.addSubcommand(
        new CommandLine(new SpecCommand(context)).addSubcommand(new FromLoadBalancer(context)));
    commands.addSubcommand(
        new CommandLine(new KeyCommand())
            .addSubcommand(new KeyShowCommand(context))
            .addSubcommand(new KeyRenewCommand(context)));
    commands.addSubcommand(
        new CommandLine(new CertificateCommand())
            .addSubcommand(new CertificateRequestCommand(context))
            .addSubcommand(new CertificateStatusCommand(context)));
    commands.addSubcommand(
        new CommandLine(new PracticeCommand()).addSubcommand(new ServeCommand(context)));
    commands.setResourceBundle(ResourceBundle.getBundle(HELP, Locale.ENGLISH));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpWidth(WIDTH);
    return commands;
  }

  /** The command line itself is wrong. */
  private int usage(ParameterException e, String[] args) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    Message message =
        new Message(
            String.valueOf(e.getMessage()),
            context.text().untouched(),
            context.text().get("usage.see", command));
    context.terminal().err().println(message.what());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, writer(context.terminal().err()));
    context.terminal().err().println(message.next());
    replyTo(args, Reply.of(Reply.FAILED).failure("usage", message));
    return ExitCode.USAGE;
  }

  /** A defect of Portico: everything that a user can meet is a refusal or an outcome. */
  private int defect(Exception e, String[] args) {
    e.printStackTrace(context.terminal().err());
    Message message =
        new Message(
            context.text().get("defect.what", e.toString()),
            context.text().get("defect.resources"),
            context.text().get("defect.next"));
    context.terminal().err().println(message.inOneLine());
    replyTo(args, Reply.of(Reply.FAILED).failure("defect", message));
    return ExitCode.FAILED;
  }

  private void replyTo(String[] args, Reply reply) {
    if (Arrays.asList(args).contains("--json")) {
      context.terminal().out().println(reply.json());
    }
  }
}
