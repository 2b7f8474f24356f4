package portico.cli;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.service.Practice.ServedListener;
import portico.service.Practice.Serving;
import portico.service.Services;

/** Runs the simulated AWS with its load balancers in the foreground, for any AWS client. */
@Command(name = "serve")
final class ServeCommand extends PorticoCommand {
  private static final long LOOK_MILLIS = 250;

  @Option(names = "--port", paramLabel = "N")
  private int port;

  ServeCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    if (port < 0 || port > 65535) {
      throw new Refused(Refusal.Usage.of("usage.port-range", String.valueOf(port)));
    }
    CountDownLatch end = new CountDownLatch(1);
    try (Serving serving = start(services);
        Interrupts.Registration _ = context.interrupts().onInterrupt(end::countDown)) {
      // SIGTERM ends the process by its shutdown hooks: this one lets another take over at once.
      Thread hook = new Thread(serving::close, "portico-serve-end");
      Runtime.getRuntime().addShutdownHook(hook);
      tell(serving);
      follow(serving, end);
      withdraw(hook);
    }
    context.say("serve.ended");
    return ExitCode.DONE;
  }

  private Serving start(Services services) {
    try {
      return services.practice().serve(port);
    } catch (UncheckedIOException refused) {
      throw new Refused(
          Refusal.Usage.of(
              "usage.port-taken", String.valueOf(port), String.valueOf(refused.getCause())));
    }
  }

  private static void withdraw(Thread hook) {
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process ends anyway, and the hook runs.
    }
  }

  private static Map<String, Object> variables(Serving serving) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("AWS_ENDPOINT_URL", serving.endpoint().toString());
    variables.put("AWS_ACCESS_KEY_ID", "practice");
    variables.put("AWS_SECRET_ACCESS_KEY", "practice");
    variables.put("AWS_REGION", "us-west-2");
    variables.put("AWS_DEFAULT_REGION", "us-west-2");
    return variables;
  }

  private void tell(Serving serving) {
    Map<String, Object> variables = variables(serving);
    print(context.text().get("serve.endpoint", serving.endpoint().toString()));
    print("");
    variables.forEach((name, value) -> print("export " + name + "=" + value));
    print("");
    print(context.text().get("serve.authority", serving.certificateAuthority().toString()));
    print(context.text().get("serve.how-to-end"));
    reply(
        Reply.of(Reply.SUCCEEDED)
            .put("endpoint", serving.endpoint().toString())
            .put("certificate_authority", serving.certificateAuthority().toString())
            .put("environment_variables", variables));
  }

  /** Says which listeners come and go, until it is interrupted. */
  private void follow(Serving serving, CountDownLatch end) {
    Set<ServedListener> known = new LinkedHashSet<>();
    try {
      do {
        List<ServedListener> now = serving.listeners();
        now.stream().filter(each -> !known.contains(each)).forEach(each -> say("serve.up", each));
        known.stream().filter(each -> !now.contains(each)).forEach(each -> say("serve.down", each));
        known.clear();
        known.addAll(now);
      } while (!end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String key, ServedListener listener) {
    print(
        context
            .text()
            .get(
                key,
                listener.loadBalancer(),
                String.valueOf(listener.port()),
                listener.address().toString(),
                listener.dnsName()));
  }
}
