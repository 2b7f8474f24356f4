package portico.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import portico.model.Algorithm;
import portico.model.ProtocolVersion;
import portico.model.Stickiness;

/**
 * Reads {@code presets.yaml}. The file is a part of Portico, so whatever is wrong in it is a defect
 * that fails loudly, in the tests first.
 */
final class PresetFile {
  /** Reasons are shared by alias, far more often than the library's limit of 50 expects. */
  private static final int ALIASES = 10_000;

  private PresetFile() {}

  static List<Preset> read() {
    try (InputStream stream = PresetFile.class.getResourceAsStream("presets.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("presets.yaml is not in the jar");
      }
      LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(ALIASES).build();
      PresetSection file =
          PresetSection.of("presets.yaml", new Load(settings).loadFromInputStream(stream));
      file.allow("reasons", "presets");
      return file.sections("presets").stream().map(PresetFile::preset).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Preset preset(PresetSection in) {
    in.allow(
        "id",
        "name",
        "line",
        "answers",
        "port",
        "protocolVersion",
        "health",
        "idleTimeout",
        "longestSilence",
        "algorithm",
        "stickiness",
        "deregistrationDelay",
        "bind",
        "keepAlive",
        "requestLimit",
        "metrics",
        "traps",
        "sources",
        "command");
    return new Preset(
        in.text("id"),
        in.text("name"),
        in.text("line"),
        constant(in.section("answers"), AnswerStyle.class),
        number(in.section("port")),
        constant(in.section("protocolVersion"), ProtocolVersion.class),
        health(in.section("health")),
        number(in.section("idleTimeout")),
        in.has("longestSilence")
            ? Optional.of(number(in.section("longestSilence")))
            : Optional.empty(),
        constant(in.section("algorithm"), Algorithm.class),
        stickiness(in.section("stickiness")),
        number(in.section("deregistrationDelay")),
        bind(in.section("bind")),
        timeout(in.section("keepAlive")),
        timeout(in.section("requestLimit")),
        text(in.section("metrics")),
        in.texts("traps"),
        in.texts("sources"),
        command(in.section("command")));
  }

  private static HealthPreset health(PresetSection in) {
    in.allow("path", "quality", "matcher", "interval", "timeout", "healthy", "unhealthy");
    return new HealthPreset(
        text(in.section("path")),
        constant(in.section("quality"), HealthQuality.class),
        text(in.section("matcher")),
        number(in.section("interval")),
        number(in.section("timeout")),
        number(in.section("healthy")),
        number(in.section("unhealthy")));
  }

  private static Reasoned<String> text(PresetSection in) {
    in.allow("value", "because");
    return new Reasoned<>(in.text("value"), in.text("because"));
  }

  private static Reasoned<Integer> number(PresetSection in) {
    in.allow("value", "because");
    return new Reasoned<>(in.number("value").orElseThrow(), in.text("because"));
  }

  private static <E extends Enum<E>> Reasoned<E> constant(PresetSection in, Class<E> type) {
    Reasoned<String> found = text(in);
    return new Reasoned<>(
        Enum.valueOf(type, found.value().toUpperCase(Locale.ROOT)), found.because());
  }

  /** {@code off}, or {@code lb_cookie} with the seconds that it lasts. */
  private static Reasoned<Stickiness> stickiness(PresetSection in) {
    Reasoned<String> found = text(in);
    Stickiness value =
        found.value().equals("off")
            ? new Stickiness.Off()
            : new Stickiness.LoadBalancerCookie(
                Integer.parseInt(found.value().replace("lb_cookie ", "")));
    return new Reasoned<>(value, found.because());
  }

  private static BindPreset bind(PresetSection in) {
    in.allow("value", "set", "because");
    return new BindPreset(in.text("value"), setting(in), in.text("because"));
  }

  private static ServerTimeout timeout(PresetSection in) {
    in.allow("value", "set", "also", "because");
    String value = in.text("value");
    ServerTimeout.Length length =
        switch (value) {
          case "never" -> new ServerTimeout.Length.Never();
          case "unknown" -> new ServerTimeout.Length.Unknown();
          default -> new ServerTimeout.Length.Seconds(Integer.parseInt(value));
        };
    return new ServerTimeout(length, setting(in), in.texts("also"), in.text("because"));
  }

  private static Optional<ServerSetting> setting(PresetSection in) {
    if (!in.has("set")) {
      return Optional.empty();
    }
    PresetSection set = in.section("set");
    set.allow("kind", "where", "line");
    return Optional.of(
        new ServerSetting(
            ServerSetting.Kind.valueOf(set.text("kind").toUpperCase(Locale.ROOT)),
            set.has("where") ? set.text("where") : "",
            set.text("line")));
  }

  private static CommandForm command(PresetSection in) {
    in.allow(
        "programs",
        "images",
        "imagePort",
        "commandPort",
        "port",
        "grpc",
        "grpcPort",
        "host",
        "model",
        "modelFirst",
        "imageBinds");
    return new CommandForm(
        in.texts("programs"),
        in.texts("images"),
        optional(in, "imagePort"),
        optional(in, "commandPort"),
        in.texts("port"),
        in.texts("grpc"),
        optional(in, "grpcPort"),
        in.texts("host"),
        in.texts("model"),
        in.is("modelFirst"),
        in.is("imageBinds"));
  }

  private static OptionalInt optional(PresetSection in, String key) {
    return in.has(key) ? in.number(key) : OptionalInt.empty();
  }
}
