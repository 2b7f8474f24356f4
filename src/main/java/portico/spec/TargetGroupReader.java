package portico.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import portico.model.Algorithm;
import portico.model.HealthCheckSpec;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.SpecDefaults;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetType;
import portico.spec.SpecDraft.TargetChoice;

/** Reads target groups. */
final class TargetGroupReader {
  /** What AWS has for Lambda groups (API_CreateTargetGroup). */
  private static final HealthCheckSpec OF_LAMBDA =
      new HealthCheckSpec(false, Protocol.HTTP, OptionalInt.empty(), "/", 35, 30, 5, 5, "200");

  /** AWS's own for both kinds of cookie: a day (API_TargetGroupAttribute). */
  private static final int COOKIE_SECONDS = 86_400;

  private static final List<String> TARGETS = List.of("instanceId", "name", "ip", "functionArn");

  private final SpecFindings findings;

  TargetGroupReader(SpecFindings findings) {
    this.findings = findings;
  }

  TargetGroupDraft read(SpecSection section) {
    TargetType type =
        section
            .choice("targetType", SpecWords.of(TargetType.values(), TargetType::awsName))
            .orElse(TargetType.INSTANCE);
    Protocol protocol = section.choice("protocol", protocols()).orElse(Protocol.HTTP);
    ProtocolVersion version =
        section
            .choice("protocolVersion", SpecWords.of(ProtocolVersion.values(), Enum::name))
            .orElse(ProtocolVersion.HTTP1);
    HealthCheckSpec usual = usualCheck(type, protocol, version);
    return new TargetGroupDraft(
        section.text("name").orElseGet(() -> name(section)),
        type,
        protocol,
        version,
        port(section, type),
        section
            .section("healthCheck", SpecPart.HEALTH_CHECK)
            .map(check -> healthCheck(check, usual))
            .orElse(usual),
        section
            .section("attributes", SpecPart.TARGET_GROUP_ATTRIBUTES)
            .map(this::attributes)
            .orElse(TargetGroupAttributes.AWS),
        section
            .sections("targets", SpecPart.TARGET)
            .map(sections -> sections.stream().map(this::target).toList())
            .orElseGet(List::of),
        section.map("tags"));
  }

  static SequencedMap<String, Protocol> protocols() {
    return SpecWords.of(Protocol.values(), Enum::name);
  }

  /** The default name, unless the part could not be read: then nothing is to be said about it. */
  private String name(SpecSection section) {
    return section.isReadable() ? SpecDefaults.TARGET_GROUP_NAME : findings.substituteText();
  }

  /** Lambda groups have no port; the number is there for the record alone. */
  private static int port(SpecSection section, TargetType type) {
    return switch (type) {
      case LAMBDA -> section.number("port").orElse(SpecDefaults.PORT);
      case INSTANCE, IP -> section.requiredNumber("port");
    };
  }

  private static HealthCheckSpec usualCheck(
      TargetType type, Protocol protocol, ProtocolVersion version) {
    if (type == TargetType.LAMBDA) {
      return OF_LAMBDA;
    }
    HealthCheckSpec usual = SpecDefaults.HEALTH_CHECK;
    boolean grpc = version == ProtocolVersion.GRPC;
    return new HealthCheckSpec(
        true,
        protocol,
        OptionalInt.empty(),
        grpc ? "/AWS.ALB/healthcheck" : usual.path(),
        usual.intervalSeconds(),
        usual.timeoutSeconds(),
        usual.healthyThreshold(),
        usual.unhealthyThreshold(),
        grpc ? "12" : usual.matcher());
  }

  private HealthCheckSpec healthCheck(SpecSection section, HealthCheckSpec usual) {
    int interval = section.number("intervalSeconds").orElse(usual.intervalSeconds());
    boolean intervalRead = !findings.unreadWithin(section.field("intervalSeconds"));
    return new HealthCheckSpec(
        section.flag("enabled", usual.enabled()),
        section.choice("protocol", protocols()).orElse(usual.protocol()),
        checkPort(section),
        section.text("path").orElse(usual.path()),
        intervalRead ? interval : Integer.MAX_VALUE,
        section.number("timeoutSeconds").orElse(usual.timeoutSeconds()),
        section.number("healthyThreshold").orElse(usual.healthyThreshold()),
        section.number("unhealthyThreshold").orElse(usual.unhealthyThreshold()),
        section.text("matcher").orElse(usual.matcher()));
  }

  private static OptionalInt checkPort(SpecSection section) {
    boolean traffic =
        section
            .value("port")
            .filter(SpecValue::isText)
            .filter(value -> value.text().equals(SpecWords.TRAFFIC_PORT))
            .isPresent();
    return traffic ? OptionalInt.empty() : section.number("port");
  }

  private TargetGroupAttributes attributes(SpecSection section) {
    TargetGroupAttributes usual = TargetGroupAttributes.AWS;
    return new TargetGroupAttributes(
        section.number("deregistrationDelaySeconds").orElse(usual.deregistrationDelaySeconds()),
        section.number("slowStartSeconds").orElse(usual.slowStartSeconds()),
        section
            .choice("algorithm", SpecWords.of(Algorithm.values(), Algorithm::awsName))
            .orElse(usual.algorithm()),
        section.flag("anomalyMitigation", usual.anomalyMitigation()),
        section.value("stickiness").map(this::stickiness).orElse(usual.stickiness()));
  }

  private Stickiness stickiness(SpecValue value) {
    if (value.isText()) {
      SequencedMap<String, Stickiness> words = new LinkedHashMap<>();
      words.put(SpecWords.NO_STICKINESS, new Stickiness.Off());
      words.put(SpecWords.LOAD_BALANCER_COOKIE, new Stickiness.LoadBalancerCookie(COOKIE_SECONDS));
      return value.choice(words).orElseGet(Stickiness.Off::new);
    }
    SpecSection section = value.section(SpecPart.STICKINESS);
    section.need("type");
    Optional<String> type =
        section.choice(
            "type",
            SpecWords.of(
                new String[] {SpecWords.LOAD_BALANCER_COOKIE, SpecWords.APPLICATION_COOKIE},
                word -> word));
    int seconds = section.number("durationSeconds").orElse(COOKIE_SECONDS);
    return type.<Stickiness>map(
            word ->
                word.equals(SpecWords.APPLICATION_COOKIE)
                    ? new Stickiness.ApplicationCookie(section.requiredText("name"), seconds)
                    : new Stickiness.LoadBalancerCookie(seconds))
        .orElseGet(Stickiness.Off::new);
  }

  private TargetChoice target(SpecSection section) {
    Optional<String> kind = section.only(TARGETS);
    if (kind.isEmpty()) {
      section.need("instanceId");
    }
    OptionalInt port = section.number("port");
    String value = kind.flatMap(section::text).orElseGet(findings::substituteText);
    if (kind.isEmpty()) {
      return new TargetChoice.ById(value, port);
    }
    return switch (kind.get()) {
      case "name" -> new TargetChoice.ByName(value, port);
      case "ip" -> {
        findings.shortForm(section.field("address"), section.field("ip"));
        yield new TargetChoice.Given(new IpTarget(value, port, section.text("zone")));
      }
      case "functionArn" -> new TargetChoice.Given(new LambdaTarget(value));
      default -> new TargetChoice.ById(value, port);
    };
  }
}
