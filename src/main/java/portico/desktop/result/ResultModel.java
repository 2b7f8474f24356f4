package portico.desktop.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.TargetHealth;
import portico.desktop.fx.Background;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.model.EnvironmentName;
import portico.probe.ProbeResult;
import portico.service.CallerKeys;
import portico.service.EndpointCheck;
import portico.service.Services;

/** A deployed environment as its users meet it. */
public final class ResultModel {
  private static final String TARGET_GROUP_TYPE = "aws:lb/targetGroup:TargetGroup";

  /** The environment and how it is reached; the endpoint is empty while there is no DNS name. */
  record Loaded(Environment environment, Optional<EndpointCheck.Endpoint> endpoint) {}

  /** Whether and how the environment was found. */
  sealed interface State {
    record Loading() implements State {}

    record Found(Loaded loaded) implements State {}

    record Gone() implements State {}
  }

  /** One look at the targets, and the catalogue that it was made with. */
  private record Reading(Catalog from, Answer<List<TargetLine>> answer) {}

  private final EnvironmentName name;
  private final Services services;
  private final Background background;
  private final EndpointCheck endpoints;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Loading());
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<ProbeResult>> probe =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Answer<List<TargetLine>>>> health =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper();
  private Optional<Catalog> catalog = Optional.empty();
  private boolean readingHealth;
  private boolean closed;

  public ResultModel(EnvironmentName name, Services services, Background background) {
    this.name = name;
    this.services = services;
    this.background = background;
    this.endpoints = new EndpointCheck(services);
  }

  public EnvironmentName name() {
    return name;
  }

  // --- Properties

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether the endpoint is being asked. */
  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.getReadOnlyProperty();
  }

  /** What the last check found. */
  public ReadOnlyObjectProperty<Optional<ProbeResult>> probeProperty() {
    return probe.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Answer<List<TargetLine>>>> healthProperty() {
    return health.getReadOnlyProperty();
  }

  /** Whether a target is healthy and the name resolves, so that requests can be answered. */
  ReadOnlyBooleanProperty answeringProperty() {
    return answering.getReadOnlyProperty();
  }

  // --- Commands

  /** Reads the environment, then asks the endpoint and the targets' health. */
  public void open() {
    closed = false;
    background.run(
        () -> services.environments().find(name).map(this::load),
        found -> {
          state.set(found.<State>map(State.Found::new).orElseGet(State.Gone::new));
          check();
          refreshHealth();
        });
  }

  private Loaded load(Environment environment) {
    return new Loaded(environment, endpoints.endpoints(environment).stream().findFirst());
  }

  /** Sends one request to the endpoint; nothing while another is on its way. */
  public void check() {
    Optional<EndpointCheck.Endpoint> endpoint = loaded().flatMap(Loaded::endpoint);
    if (checking.get() || endpoint.isEmpty()) {
      return;
    }
    checking.set(true);
    background.run(
        () -> endpoints.ask(endpoint.get()),
        result -> {
          checking.set(false);
          probe.set(Optional.of(result));
          tellAnswering();
        });
  }

  /** Reads the targets' health; nothing while that is being done. */
  public void refreshHealth() {
    Optional<Environment> environment = loaded().map(Loaded::environment);
    if (readingHealth || environment.flatMap(Environment::account).isEmpty()) {
      return;
    }
    readingHealth = true;
    Environment asked = environment.get();
    Optional<Catalog> open = catalog;
    background.run(
        () -> read(asked, open.orElseGet(() -> openCatalog(asked))),
        reading -> {
          readingHealth = false;
          keep(reading.from());
          if (!health.get().equals(Optional.of(reading.answer()))) {
            health.set(Optional.of(reading.answer()));
          }
          if (isHealthy() && !isResolved()) {
            check(); // A new name takes a minute or two.
          }
          tellAnswering();
        });
  }

  /** Releases the catalogue. */
  public void close() {
    closed = true;
    Optional<Catalog> open = catalog;
    catalog = Optional.empty();
    open.ifPresent(
        each ->
            background.run(
                () -> {
                  each.close();
                  return each;
                },
                closed -> {}));
  }

  /** The keys that the environment's callers present, each hidden. */
  List<ApiKeyModel> keys(Environment environment, ResultText text) {
    return CallerKeys.of(environment).stream()
        .map(key -> new ApiKeyModel(environment, key, services, background, text))
        .toList();
  }

  private void tellAnswering() {
    answering.set(isHealthy() && isResolved());
  }

  private boolean isHealthy() {
    return health.get().orElse(Answer.found(List.of()))
            instanceof Answer.Found<List<TargetLine>>(List<TargetLine> lines)
        && lines.stream().anyMatch(each -> each.health().state().equals("healthy"));
  }

  private boolean isResolved() {
    return probe.get().filter(each -> each.verdict() != ProbeResult.Verdict.NO_DNS).isPresent();
  }

  private Optional<Loaded> loaded() {
    return state.get() instanceof State.Found(Loaded loaded)
        ? Optional.of(loaded)
        : Optional.empty();
  }

  /** Making the SDK's clients takes a moment, so this too happens in the background. */
  private Catalog openCatalog(Environment environment) {
    return services
        .catalogs()
        .open(environment.account().orElseThrow(), environment.region().orElseThrow());
  }

  /** Keeps the catalogue for the next time, unless the page was left in the meantime. */
  private void keep(Catalog from) {
    catalog = Optional.of(from);
    if (closed) {
      close();
    }
  }

  private static Reading read(Environment environment, Catalog catalog) {
    List<TargetLine> lines = new ArrayList<>();
    for (EnvironmentResource group : environment.resources()) {
      if (group.ref().type().equals(TARGET_GROUP_TYPE)) {
        switch (catalog.targetHealth(group.id())) {
          case Answer.Found<List<TargetHealth>>(List<TargetHealth> targets) ->
              targets.forEach(each -> lines.add(new TargetLine(group.ref().name(), each)));
          case Answer.Failed<List<TargetHealth>>(var failure) -> {
            return new Reading(catalog, Answer.failed(failure));
          }
        }
      }
    }
    return new Reading(catalog, Answer.found(List.copyOf(lines)));
  }
}
