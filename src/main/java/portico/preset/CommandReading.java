package portico.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import portico.preset.CommandLine.Setting;
import portico.preset.Remark.Fact;
import portico.preset.Remark.Trouble;

/** Reads one command with the help of the presets. */
final class CommandReading {
  private static final int PORT_MAX = 65_535;

  /** TorchServe's: whoever reaches it can load code. */
  private static final Set<Integer> MANAGEMENT_PORTS = Set.of(8081, 7071);

  private final Presets presets;
  private final Optional<DockerRun> docker;
  private final CommandLine line;
  private final Recognition recognition;
  private final Optional<Preset> known;
  private final List<Remark> remarks = new ArrayList<>();

  CommandReading(Presets presets, CommandLine outer, boolean quoteOpen) {
    this.presets = presets;
    docker = DockerRun.of(outer);
    line = docker.map(DockerRun::inside).orElse(outer);
    recognition = new Recognition(presets, docker, line);
    known = recognition.preset();
    if (quoteOpen) {
      warn(Trouble.QUOTE_OPEN, "");
    }
  }

  boolean isKnown() {
    return known.isPresent();
  }

  boolean isContainer() {
    return docker.isPresent();
  }

  PastedCommand read() {
    if (known.isEmpty()) {
      warn(Trouble.SERVER_UNKNOWN, recognition.by());
    }
    Preset preset = known.orElseGet(presets::other);
    known.ifPresent(found -> found(Fact.SERVER, found.name(), recognition.by()));
    OptionalInt listening = listening(preset);
    bind(preset);
    OptionalInt port = docker.map(run -> published(run, preset, listening)).orElse(listening);
    grpc(preset);
    OptionalInt keepAlive = timeout(preset.keepAlive(), Fact.KEEP_ALIVE);
    OptionalInt limit = timeout(preset.requestLimit(), Fact.REQUEST_LIMIT);
    return new PastedCommand(known, port, keepAlive, limit, model(preset), remarks);
  }

  /** The port that the command says; where it says none, the server's own in an image. */
  private OptionalInt listening(Preset preset) {
    CommandForm form = preset.command();
    List<String> names = known.isPresent() ? form.port() : List.of("--port", "PORT");
    Optional<Setting> set = line.setting(names);
    if (set.isPresent()) {
      OptionalInt port = number(set.get(), PORT_MAX);
      if (port.isPresent() && !inPublishedNetwork()) {
        found(Fact.PORT, String.valueOf(port.getAsInt()), set.get().from());
      }
      return port;
    }
    OptionalInt inHost = portOfHost(form);
    if (inHost.isPresent()) {
      return inHost;
    }
    if (known.isEmpty()) {
      return OptionalInt.empty();
    }
    return docker.isPresent()
        ? OptionalInt.of(form.imagePort().orElse(preset.port().value()))
        : OptionalInt.of(form.commandPort().orElse(preset.port().value()));
  }

  /** Ollama's variable holds address and port together. */
  private OptionalInt portOfHost(CommandForm form) {
    Optional<Setting> host = line.setting(form.host());
    String value = host.map(Setting::value).orElse("");
    int colon = value.lastIndexOf(':');
    if (host.isEmpty() || colon < 0 || !value.substring(colon + 1).matches("\\d{1,5}")) {
      return OptionalInt.empty();
    }
    String port = value.substring(colon + 1);
    if (!inPublishedNetwork()) {
      found(Fact.PORT, port, host.get().from());
    }
    return OptionalInt.of(Integer.parseInt(port));
  }

  private boolean inPublishedNetwork() {
    return docker.isPresent() && !docker.get().hostNetwork();
  }

  private void bind(Preset preset) {
    Optional<Setting> set = line.setting(preset.command().host());
    boolean imageBinds = docker.isPresent() && preset.command().imageBinds();
    if (set.isEmpty()) {
      if (known.isPresent() && preset.bind().isLoopback() && !imageBinds) {
        warn(Trouble.BOUND_TO_LOOPBACK, preset.bind().address());
      }
      return;
    }
    String address = addressOf(set.get().value());
    if (BindPreset.isLoopback(address)) {
      warn(Trouble.BOUND_TO_LOOPBACK, set.get().from());
    } else {
      found(Fact.BIND, address, set.get().from());
    }
  }

  /** A flag without a value means all addresses, as ComfyUI's --listen does. */
  private static String addressOf(String value) {
    String plain = value.replaceFirst("^https?://", "").replaceFirst("(?<=[^:]):\\d{1,5}$", "");
    return plain.isEmpty() || plain.startsWith("-") || plain.startsWith(":") ? "0.0.0.0" : plain;
  }

  private OptionalInt published(DockerRun run, Preset preset, OptionalInt listening) {
    if (run.hostNetwork()) {
      return listening;
    }
    run.published().stream()
        .filter(each -> MANAGEMENT_PORTS.contains(each.container()))
        .filter(each -> preset.id().equals("torchserve"))
        .forEach(each -> warn(Trouble.MANAGEMENT_PORT, each.option()));
    Optional<DockerRun.Published> match =
        listening.isEmpty() && run.published().size() == 1
            ? Optional.of(run.published().getFirst())
            : run.published().stream()
                .filter(each -> listening.equals(OptionalInt.of(each.container())))
                .findFirst();
    if (match.isEmpty()) {
      notPublished(run, listening);
      return OptionalInt.empty();
    }
    return hostPort(match.get());
  }

  private void notPublished(DockerRun run, OptionalInt listening) {
    if (run.allByChance()) {
      warn(Trouble.PORT_BY_CHANCE, "-P");
    } else if (listening.isPresent()) {
      warn(Trouble.NOT_PUBLISHED, String.valueOf(listening.getAsInt()));
    }
  }

  private OptionalInt hostPort(DockerRun.Published match) {
    if (match.host().isEmpty()) {
      warn(Trouble.PORT_BY_CHANCE, match.option());
      return OptionalInt.empty();
    }
    if (BindPreset.isLoopback(match.address())) {
      warn(Trouble.PUBLISHED_ON_LOOPBACK, match.option());
    }
    found(Fact.PORT, String.valueOf(match.host().get()), match.option());
    return OptionalInt.of(match.host().get());
  }

  private void grpc(Preset preset) {
    CommandForm form = preset.command();
    Optional<Setting> set = line.setting(form.grpc());
    OptionalInt port = set.isPresent() ? number(set.get(), PORT_MAX) : OptionalInt.empty();
    if (port.isPresent()) {
      found(Fact.GRPC_PORT, String.valueOf(port.getAsInt()), set.orElseThrow().from());
      return;
    }
    docker.stream()
        .flatMap(run -> run.published().stream())
        .filter(each -> form.grpcPort().equals(OptionalInt.of(each.container())))
        .filter(each -> each.host().isPresent())
        .findFirst()
        .ifPresent(each -> found(Fact.GRPC_PORT, String.valueOf(each.host().get()), each.option()));
  }

  private OptionalInt timeout(ServerTimeout timeout, Fact fact) {
    List<String> names = new ArrayList<>();
    timeout
        .setting()
        .map(ServerSetting::name)
        .filter(name -> !name.isEmpty())
        .ifPresent(names::add);
    names.addAll(timeout.also());
    Optional<Setting> set = line.setting(names);
    if (set.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt value = number(set.get(), Integer.MAX_VALUE);
    if (value.isEmpty()) {
      return value;
    }
    int units = timeout.setting().map(ServerSetting::unitsPerSecond).orElse(1);
    int seconds = value.getAsInt() / units;
    found(fact, String.valueOf(seconds), set.get().from());
    return OptionalInt.of(seconds);
  }

  private String model(Preset preset) {
    CommandForm form = preset.command();
    Optional<Setting> set = line.setting(form.model()).filter(each -> !each.value().isEmpty());
    if (set.isPresent()) {
      found(Fact.MODEL, set.get().value(), set.get().from());
      return set.get().value();
    }
    if (form.modelFirst() && known.isPresent()) {
      Optional<String> first = recognition.afterProgram(form);
      first.ifPresent(model -> found(Fact.MODEL, model, model));
      return first.orElse("");
    }
    return "";
  }

  private OptionalInt number(Setting set, int max) {
    if (set.value().contains("$")) {
      warn(Trouble.VARIABLE, set.from());
      return OptionalInt.empty();
    }
    if (set.value().matches("\\d{1,9}") && Integer.parseInt(set.value()) <= max) {
      return OptionalInt.of(Integer.parseInt(set.value()));
    }
    warn(Trouble.NO_NUMBER, set.from());
    return OptionalInt.empty();
  }

  private void found(Fact fact, String value, String from) {
    remarks.add(new Remark.Found(fact, value, from));
  }

  private void warn(Trouble trouble, String detail) {
    remarks.add(new Remark.Warning(trouble, detail));
  }
}
