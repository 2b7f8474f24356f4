package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import portico.model.ActionRules;
import portico.model.ActionSpec;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;

/** Makes listeners of every kind that AWS takes; rules are in the order of their priorities. */
final class RandomListeners {
  static final List<String> GROUPS = List.of("vllm", "vllm-new", "embedding");

  private static final List<String> PATHS = List.of("/v1/*", "/docs", "/a?c/*", "/$~\"'@:+&");
  private static final List<String> HOSTS = List.of("api.example.com", "*.example.com");

  private final Random random;

  RandomListeners(long seed) {
    random = new Random(seed);
  }

  List<ListenerSpec> next() {
    int count = 1 + random.nextInt(4);
    return IntStream.range(0, count).mapToObj(this::listener).toList();
  }

  private ListenerSpec listener(int index) {
    boolean https = random.nextBoolean();
    ListenerSpec made =
        new ListenerSpec(
            "listener_" + index,
            https ? Protocol.HTTPS : Protocol.HTTP,
            80 + index * 1000,
            https ? Optional.of(tls()) : Optional.empty(),
            action(),
            rules());
    return random.nextInt(3) == 0
        ? ApiKeyGate.close(made, key(), random.nextBoolean() ? List.of() : List.of("/health"))
        : made;
  }

  private TlsSpec tls() {
    return new TlsSpec(
        pick(List.of("ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-2016-08")),
        RoutingSamples.API_CERTIFICATE,
        random.nextBoolean() ? List.of() : List.of(RoutingSamples.OLD_CERTIFICATE));
  }

  private List<ListenerRuleSpec> rules() {
    List<ListenerRuleSpec> made = new ArrayList<>();
    int priority = 0;
    boolean tens = random.nextBoolean();
    for (int index = random.nextInt(6); index > 0; index--) {
      priority += tens ? 10 : 1 + random.nextInt(500);
      made.add(
          new ListenerRuleSpec(
              random.nextBoolean() ? "" : "rule " + priority, priority, conditions(), action()));
    }
    return made;
  }

  private List<ConditionSpec> conditions() {
    return switch (random.nextInt(6)) {
      case 0 -> List.of(path(2), new ConditionSpec.HostHeader(some(HOSTS, 2)));
      case 1 ->
          List.of(
              new ConditionSpec.HttpHeader("X-Stage", List.of("beta", "can ary")),
              new ConditionSpec.HttpHeader("X-Team", List.of("ml")));
      case 2 -> List.of(new ConditionSpec.RequestMethod(List.of("POST", "X-PUT_IT")), path(1));
      case 3 ->
          List.of(
              new ConditionSpec.QueryString(
                  List.of(
                      new ConditionSpec.QueryValue(Optional.of("model"), "llama*"),
                      new ConditionSpec.QueryValue(Optional.empty(), "debug"))));
      case 4 -> List.of(new ConditionSpec.SourceIp(List.of("203.0.113.0/24", "2001:db8::/32")));
      default -> List.of(path(1), key());
    };
  }

  private ConditionSpec path(int most) {
    return new ConditionSpec.PathPattern(some(PATHS, most));
  }

  private ConditionSpec.ApiKey key() {
    return pick(
        List.of(
            GateForm.BEARER,
            GateForm.HEADER,
            new ConditionSpec.ApiKey("X-Model-Key", "Token ", "team-a")));
  }

  private ActionSpec action() {
    return switch (random.nextInt(4)) {
      case 0 -> ActionSpec.Forward.to(pick(GROUPS));
      case 1 ->
          new ActionSpec.Forward(
              List.of(
                  new WeightedTargetGroup("vllm", random.nextInt(1000)),
                  new WeightedTargetGroup("embedding", random.nextInt(1000))),
              random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(7200));
      case 2 ->
          new ActionSpec.Redirect(
              random.nextBoolean(),
              random.nextBoolean() ? Optional.empty() : Optional.of(Protocol.HTTPS),
              random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(8443),
              Optional.of("#{host}.example.com"),
              random.nextBoolean() ? Optional.empty() : Optional.of("/new/#{path}"),
              pick(List.of(Optional.empty(), Optional.of(""), Optional.of("a=b&#{query}"))));
      default ->
          new ActionSpec.FixedResponse(
              pick(List.of(200, 404, 503)),
              pick(ActionRules.CONTENT_TYPES),
              pick(List.of("", "No such model", " two\n lines ")));
    };
  }

  private List<String> some(List<String> all, int most) {
    int from = random.nextInt(all.size());
    return all.subList(from, Math.min(all.size(), from + 1 + random.nextInt(most)));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
