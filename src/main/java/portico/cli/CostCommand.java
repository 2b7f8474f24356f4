package portico.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.catalog.CloudAccount;
import portico.cost.Estimate;
import portico.cost.Prices;
import portico.cost.Standing;
import portico.cost.Usage;
import portico.environment.Environment;
import portico.model.EnvironmentSpec;
import portico.service.Services;
import portico.text.CostText;

/** What an environment, or a spec, costs under some use. */
@Command(name = "cost")
final class CostCommand extends EnvironmentCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--spec", paramLabel = "FILE")
  private Optional<String> spec = Optional.empty();

  @Option(names = "--requests-per-minute", paramLabel = "NUMBER")
  private double requests = Usage.DEMO.requestsPerMinute();

  @Option(names = "--prompt-tokens", paramLabel = "NUMBER")
  private int promptTokens = Usage.DEMO.promptTokens();

  @Option(names = "--answer-tokens", paramLabel = "NUMBER")
  private int answerTokens = Usage.DEMO.answerTokens();

  @Option(names = "--tokens-per-second", paramLabel = "NUMBER")
  private double tokensPerSecond = Usage.DEMO.tokensPerSecond();

  @Option(names = "--no-stream")
  private boolean whole;

  @Option(names = "--new-connections", paramLabel = "SHARE")
  private double newConnections = Usage.DEMO.newConnections();

  CostCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    if (spec.isPresent() == names().given().isPresent()) {
      throw new Refused(Refusal.Usage.of("usage.cost-what"));
    }
    Usage usage = usage();
    if (spec.isPresent()) {
      EnvironmentSpec wanted = new Planner(context, services).resolved(accounts, spec.get());
      return tell(wanted, usage, false, Optional.empty());
    }
    Environment environment = names().existingNamed(services.environments(), context.text());
    EnvironmentSpec standing = specOf(environment);
    boolean practice =
        environment.account().filter(CloudAccount.Practice.class::isInstance).isPresent();
    return tell(
        standing,
        usage,
        practice,
        Standing.since(services.operations().history(environment.name())));
  }

  private Usage usage() {
    try {
      return new Usage(
          requests, promptTokens, answerTokens, tokensPerSecond, !whole, newConnections);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refusal.Usage.of("usage.cost-use"));
    }
  }

  private int tell(EnvironmentSpec wanted, Usage usage, boolean practice, Optional<Instant> since) {
    Prices prices = Prices.load();
    Estimate estimate = Estimate.of(wanted, usage, prices);
    CliText text = context.text();
    if (practice) {
      print(text.cost.practice());
    }
    print(table(estimate));
    print(
        text.get(
            "cost.units",
            CostText.units(estimate.units().charged()),
            text.cost.deciding(estimate.units())));
    Optional<BigDecimal> soFar =
        since.map(from -> estimate.unused().soFar(Duration.between(from, Instant.now())));
    soFar.ifPresent(
        dollars -> print(text.cost.soFar(dollars, since.orElseThrow().toString(), practice)));
    text.cost.notes(estimate, prices, wanted.region()).forEach(this::print);
    reply(
        Reply.of(Reply.SUCCEEDED)
            .put("environment", environment())
            .put("region", wanted.region())
            .put("practice", practice)
            .put("currency", "USD")
            .put("items", items(estimate))
            .put("per_hour", estimate.perHour())
            .put("per_month", estimate.perMonth())
            .put("capacity_units", estimate.units().charged())
            .put("deciding_dimension", estimate.units().deciding().name().toLowerCase(Locale.ROOT))
            .put("since", since.map(Instant::toString))
            .put("so_far_at_least", soFar)
            .put("own_region_prices", estimate.ownRegion())
            .put("prices_date", prices.date().toString())
            .put("prices_source", prices.source()));
    return ExitCode.DONE;
  }

  private Table table(Estimate estimate) {
    CliText text = context.text();
    Table table =
        Table.of(text.get("column.item"), text.get("column.hour"), text.get("column.month"));
    for (Estimate.Item item : estimate.items()) {
      table.row(text.cost.of(item), CostText.fine(item.perHour()), CostText.cents(item.perMonth()));
    }
    return table.row(
        text.get("cost.total"),
        CostText.fine(estimate.perHour()),
        CostText.cents(estimate.perMonth()));
  }

  private static List<Map<String, Object>> items(Estimate estimate) {
    return estimate.items().stream()
        .map(
            item ->
                Reply.fields(
                    "item", item.kind().name().toLowerCase(Locale.ROOT),
                    "count", item.count(),
                    "per_hour", item.perHour()))
        .toList();
  }
}
