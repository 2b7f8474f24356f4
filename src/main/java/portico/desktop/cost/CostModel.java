package portico.desktop.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import portico.catalog.CloudAccount;
import portico.cost.Estimate;
import portico.cost.Prices;
import portico.cost.Standing;
import portico.cost.Usage;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.environment.Environment;
import portico.model.EnvironmentSpec;
import portico.operation.Operations;

/** An environment's costs under a use that is typed in; calculated anew at each change. */
public final class CostModel {
  /** What was spent since when, at least. */
  record Spent(BigDecimal dollars, Instant since) {}

  private final Operations operations;
  private final Background background;
  private final InstantSource clock;
  private final Prices prices;
  private final Latest latest = new Latest();

  private final StringProperty requests = number(Usage.DEMO.requestsPerMinute());
  private final StringProperty promptTokens = number(Usage.DEMO.promptTokens());
  private final StringProperty answerTokens = number(Usage.DEMO.answerTokens());
  private final StringProperty tokensPerSecond = number(Usage.DEMO.tokensPerSecond());
  private final StringProperty newConnections = number(Usage.DEMO.newConnections() * 100);
  private final BooleanProperty streamed = new SimpleBooleanProperty(Usage.DEMO.streamed());
  private final ReadOnlyObjectWrapper<Optional<Environment>> environment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instant>> since =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectBinding<Optional<Estimate>> estimate;
  private final ObjectBinding<Optional<Spent>> spent;

  public CostModel(
      Operations operations, Background background, InstantSource clock, Prices prices) {
    this.operations = operations;
    this.background = background;
    this.clock = clock;
    this.prices = prices;
    estimate =
        Bindings.createObjectBinding(
            this::currentEstimate,
            environment,
            requests,
            promptTokens,
            answerTokens,
            tokensPerSecond,
            newConnections,
            streamed);
    spent = Bindings.createObjectBinding(this::currentSpent, environment, since);
  }

  private static StringProperty number(double value) {
    return new SimpleStringProperty(String.valueOf(Math.round(value)));
  }

  // --- Properties

  StringProperty requestsProperty() {
    return requests;
  }

  StringProperty promptTokensProperty() {
    return promptTokens;
  }

  StringProperty answerTokensProperty() {
    return answerTokens;
  }

  StringProperty tokensPerSecondProperty() {
    return tokensPerSecond;
  }

  /** In percent of the requests, 0 to 100. */
  StringProperty newConnectionsProperty() {
    return newConnections;
  }

  BooleanProperty streamedProperty() {
    return streamed;
  }

  ReadOnlyObjectProperty<Optional<Environment>> environmentProperty() {
    return environment.getReadOnlyProperty();
  }

  /** Empty while the environment has no spec, or a number is missing or makes no sense. */
  ObservableValue<Optional<Estimate>> estimate() {
    return estimate;
  }

  /** Without the capacity units: how it was used is not known. Empty while it does not stand. */
  ObservableValue<Optional<Spent>> spent() {
    return spent;
  }

  Prices prices() {
    return prices;
  }

  /** Whether it stands in the simulated AWS. */
  boolean isPractice() {
    return environment
        .get()
        .flatMap(Environment::account)
        .filter(CloudAccount.Practice.class::isInstance)
        .isPresent();
  }

  // --- Commands

  /** Shows an environment; since when it stands is read in the background. */
  public void open(Environment shown) {
    environment.set(Optional.of(shown));
    background.run(
        () -> Standing.since(operations.history(shown.name())), latest.begin(since::set));
  }

  /** Whatever is still being read is dropped. */
  public void close() {
    latest.begin(ignored -> {});
  }

  private Optional<EnvironmentSpec> spec() {
    return environment.get().flatMap(Environment::spec);
  }

  private Optional<Estimate> currentEstimate() {
    return usage().flatMap(use -> spec().map(wanted -> Estimate.of(wanted, use, prices)));
  }

  private Optional<Usage> usage() {
    OptionalDouble perMinute = whole(requests);
    OptionalDouble prompt = whole(promptTokens);
    OptionalDouble answer = whole(answerTokens);
    OptionalDouble speed = whole(tokensPerSecond);
    OptionalDouble opened = whole(newConnections);
    boolean known =
        perMinute.isPresent() && prompt.isPresent() && answer.isPresent() && speed.isPresent();
    if (!known || speed.getAsDouble() == 0 || opened.isEmpty() || opened.getAsDouble() > 100) {
      return Optional.empty();
    }
    return Optional.of(
        new Usage(
            perMinute.getAsDouble(),
            (int) prompt.getAsDouble(),
            (int) answer.getAsDouble(),
            speed.getAsDouble(),
            streamed.get(),
            opened.getAsDouble() / 100));
  }

  private static OptionalDouble whole(StringProperty text) {
    String digits = text.get().strip();
    return digits.matches("[0-9]{1,9}")
        ? OptionalDouble.of(Double.parseDouble(digits))
        : OptionalDouble.empty();
  }

  private Optional<Spent> currentSpent() {
    return spec()
        .flatMap(
            wanted ->
                since
                    .get()
                    .map(
                        from ->
                            new Spent(
                                Estimate.of(wanted, Usage.DEMO, prices)
                                    .unused()
                                    .soFar(Duration.between(from, clock.instant())),
                                from)));
  }
}
