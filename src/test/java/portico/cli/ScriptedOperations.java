package portico.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationListener;
import portico.operation.OperationRecord;
import portico.operation.Operations;
import portico.operation.ProviderKind;
import portico.operation.StartAnswer;
import portico.testing.FakeOperations;

/** Plays a script as soon as an operation is followed, as a worker would. */
final class ScriptedOperations implements Operations {
  final FakeOperations fake;
  private final Map<OperationKind, Consumer<OperationId>> scripts =
      new EnumMap<>(OperationKind.class);

  ScriptedOperations(FakeOperations fake) {
    this.fake = fake;
  }

  /** What happens in operations of that kind. */
  void script(OperationKind kind, Consumer<OperationId> script) {
    scripts.put(kind, script);
  }

  @Override
  public StartAnswer start(
      OperationKind kind,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider) {
    return fake.start(kind, environment, spec, account, provider);
  }

  @Override
  public StartAnswer renewKey(
      String keyName,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider) {
    return fake.renewKey(keyName, environment, spec, account, provider);
  }

  @Override
  public Optional<OperationRecord> find(OperationId id) {
    return fake.find(id);
  }

  @Override
  public List<OperationRecord> history(EnvironmentName environment) {
    return fake.history(environment);
  }

  @Override
  public List<OperationRecord> recent(int limit) {
    return fake.recent(limit);
  }

  @Override
  public List<OperationEvent> journal(OperationId id) {
    return fake.journal(id);
  }

  @Override
  public Subscription follow(OperationId id, OperationListener listener) {
    Subscription subscription = fake.follow(id, listener);
    OperationKind kind = fake.find(id).orElseThrow().request().kind();
    scripts.getOrDefault(kind, each -> {}).accept(id);
    return subscription;
  }

  @Override
  public void cancel(OperationId id) {
    fake.cancel(id);
  }
}
