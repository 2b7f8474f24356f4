package portico.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import portico.model.ActionSpec;
import portico.model.ActionSpec.FixedResponse;
import portico.model.ActionSpec.Forward;
import portico.model.ActionSpec.Redirect;
import portico.model.ConditionSpec;
import portico.model.ConditionSpec.ApiKey;
import portico.model.ConditionSpec.HostHeader;
import portico.model.ConditionSpec.HttpHeader;
import portico.model.ConditionSpec.PathPattern;
import portico.model.ConditionSpec.QueryString;
import portico.model.ConditionSpec.QueryValue;
import portico.model.ConditionSpec.RequestMethod;
import portico.model.ConditionSpec.SourceIp;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.TargetGroupSpec;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;

/** Listeners and their rules for {@link RandomSpecs}. */
final class RandomListeners {
  private final RandomSpecs.Ground ground;
  private final Dice dice;
  private final List<String> groups;

  RandomListeners(RandomSpecs.Ground ground, Dice dice, List<TargetGroupSpec> groups) {
    this.ground = ground;
    this.dice = dice;
    this.groups = groups.stream().map(TargetGroupSpec::name).toList();
  }

  /** A listener on a port that none of a smaller number has, unless it is a wrong one. */
  ListenerSpec next(String name, int number) {
    boolean https = dice.chance(2);
    int port = dice.wrong() ? dice.of(0, 65_536, 80) : dice.of(80, 443, 8000, 20_000) + number;
    return new ListenerSpec(
        name,
        https ? Protocol.HTTPS : Protocol.HTTP,
        port,
        https != dice.wrong() ? Optional.of(tls()) : Optional.empty(),
        action(https),
        rules(https));
  }

  private TlsSpec tls() {
    return new TlsSpec(
        dice.wrong()
            ? "ELBSecurityPolicy-Nothing"
            : dice.of("ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-2016-08"),
        dice.wrong() ? dice.of("", "api.example.com") : dice.of(ground.certificateArns()),
        dice.chance(4) ? dice.some(ground.certificateArns(), 0, 2) : List.of());
  }

  private List<ListenerRuleSpec> rules(boolean https) {
    List<ListenerRuleSpec> rules = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    int count = dice.within(0, 4);
    for (int index = 0; index < count; index++) {
      int priority = dice.number(1, 50_000);
      if (taken.add(priority) || dice.wrong()) {
        rules.add(
            new ListenerRuleSpec(
                dice.wrong() ? "n".repeat(65) : dice.of("", "chat", "API gate", "no"),
                priority,
                conditions(),
                action(https)));
      }
    }
    return rules;
  }

  private ActionSpec action(boolean https) {
    return switch (dice.within(0, groups.isEmpty() ? 1 : 4)) {
      case 0 -> redirect(https);
      case 1 -> fixedResponse();
      default -> forward();
    };
  }

  private Forward forward() {
    if (groups.isEmpty() || dice.wrong()) {
      return dice.chance(2) ? Forward.to("nowhere") : new Forward(List.of(), OptionalInt.empty());
    }
    if (dice.chance(2)) {
      return Forward.to(dice.of(groups));
    }
    return new Forward(
        dice.some(groups, 1, 5).stream()
            .map(name -> new WeightedTargetGroup(name, dice.number(0, 999)))
            .toList(),
        dice.maybe(3, () -> dice.number(1, 604_800)));
  }

  private Redirect redirect(boolean https) {
    if (dice.chance(2)) {
      return Redirect.toHttps(dice.wrong() ? 0 : 8443);
    }
    return new Redirect(
        dice.chance(2),
        dice.chance(2)
            ? Optional.of(https && !dice.wrong() ? Protocol.HTTPS : dice.of(Protocol.values()))
            : Optional.empty(),
        dice.maybe(3, () -> dice.number(1, 65_535)),
        optional(3, () -> dice.wrong() ? "" : dice.of("www.example.com", "#{host}")),
        dice.wrong()
            ? optional(1, () -> "no-slash")
            : optional(1, () -> dice.of("/new/#{path}", "/")),
        optional(3, () -> dice.wrong() ? "q".repeat(129) : dice.of("", "a=b&#{query}")));
  }

  private FixedResponse fixedResponse() {
    return new FixedResponse(
        dice.wrong() ? dice.of(100, 302, 600) : dice.of(200, 299, 403, 404, 503),
        dice.wrong()
            ? "text/xml"
            : dice.of(
                "text/plain",
                "text/css",
                "text/html",
                "application/javascript",
                "application/json"),
        dice.wrong()
            ? "b".repeat(1025)
            : dice.of("", "no\n", "{\"error\": \"key\"}", "b".repeat(1024)));
  }

  /** At most one of each kind that AWS takes once. */
  private List<ConditionSpec> conditions() {
    if (dice.wrong()) {
      return dice.chance(2) ? List.of() : List.of(path(), path());
    }
    List<ConditionSpec> all = new ArrayList<>(List.of(path()));
    all.add(
        new HostHeader(
            values(
                () -> dice.wrong() ? "localhost" : dice.of("api.example.com", "*.example.com"))));
    all.add(
        new HttpHeader(
            dice.wrong() ? dice.of("", "x".repeat(41), "X-*") : dice.of("X-Tenant", "User-Agent"),
            values(() -> dice.wrong() ? "v".repeat(129) : dice.of("blue", "*Chrome*", "1e3"))));
    all.add(
        new RequestMethod(values(() -> dice.wrong() ? "get" : dice.of("GET", "POST", "M-SEARCH"))));
    all.add(new QueryString(queries()));
    all.add(
        new SourceIp(
            values(() -> dice.wrong() ? "10.0.0.1/8" : dice.of("10.0.0.0/8", "2001:db8::/32"))));
    all.add(
        new ApiKey(
            dice.of("Authorization", "X-Api-Key"),
            dice.of("", "Bearer "),
            dice.of("default", "team-a")));
    return dice.some(all, 1, 2);
  }

  private PathPattern path() {
    return new PathPattern(
        values(
            () ->
                dice.wrong()
                    ? dice.of("", "/" + "p".repeat(128), "/a b", "/ä")
                    : dice.of("/v1/*", "/chat", "/a?c", "/" + "p".repeat(127))));
  }

  private List<QueryValue> queries() {
    return IntStream.range(0, dice.within(1, 2))
        .mapToObj(
            each ->
                new QueryValue(
                    optional(2, () -> dice.of("version", "v")),
                    dice.wrong() ? "" : dice.of("2", "beta*", "true")))
        .toList();
  }

  private List<String> values(Supplier<String> value) {
    return IntStream.range(0, dice.wrong() ? 6 : dice.within(1, 2))
        .mapToObj(each -> value.get())
        .distinct()
        .toList();
  }

  private Optional<String> optional(int oneIn, Supplier<String> value) {
    return dice.chance(oneIn) ? Optional.of(value.get()) : Optional.empty();
  }
}
