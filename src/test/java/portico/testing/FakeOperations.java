package portico.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationListener;
import portico.operation.OperationRecord;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.operation.StartAnswer;

/**
 * Operations that a test drives: {@link #emit} writes to a journal, {@link #finish} ends one.
 * Followers are called on the caller's thread.
 */
public final class FakeOperations implements Operations {
  /** What was started, in order. */
  public final List<OperationRequest> started = new ArrayList<>();

  /** What the next starts are refused with, while set. */
  public Optional<OperationFailure> refusal = Optional.empty();

  /** Ids of cancel requests, in order. */
  public final List<OperationId> cancelled = new ArrayList<>();

  private final Map<OperationId, Entry> entries = new LinkedHashMap<>();

  private static final class Entry {
    final OperationRequest request;
    final List<OperationEvent> journal = new ArrayList<>();
    final List<OperationListener> followers = new ArrayList<>();
    OperationStatus status = new OperationStatus.Running(OptionalLong.of(4711));

    Entry(OperationRequest request) {
      this.request = request;
    }
  }

  /** Adds an operation that was started by another process. */
  public synchronized void add(OperationRequest request) {
    entries.put(request.id(), new Entry(request));
  }

  /** Writes an event to the journal. */
  public synchronized void emit(OperationId id, OperationEvent event) {
    Entry entry = entry(id);
    entry.journal.add(event);
    List.copyOf(entry.followers).forEach(follower -> follower.event(event));
  }

  /** Ends an operation twenty seconds after it was asked for. */
  public synchronized void finish(OperationId id, Outcome outcome) {
    Entry entry = entry(id);
    end(
        entry,
        new OperationStatus.Finished(
            new OperationResult(
                id,
                entry.request.requestedAt(),
                entry.request.requestedAt().plusSeconds(20),
                outcome)));
  }

  /** Lets the worker disappear without a result. */
  public synchronized void interrupt(OperationId id) {
    end(entry(id), new OperationStatus.Interrupted());
  }

  /** How many follow the operation now. */
  public synchronized int followers(OperationId id) {
    return entry(id).followers.size();
  }

  private void end(Entry entry, OperationStatus status) {
    entry.status = status;
    List.copyOf(entry.followers).forEach(follower -> follower.ended(status));
  }

  private Entry entry(OperationId id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("no such operation: " + id);
    }
    return entry;
  }

  @Override
  public synchronized StartAnswer start(
      OperationKind kind,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider) {
    return start(kind, environment, spec, account, provider, Optional.empty());
  }

  @Override
  public synchronized StartAnswer renewKey(
      String keyName,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider) {
    return start(OperationKind.DEPLOY, environment, spec, account, provider, Optional.of(keyName));
  }

  private StartAnswer start(
      OperationKind kind,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider,
      Optional<String> renewedKey) {
    if (refusal.isPresent()) {
      return new StartAnswer.Refused(refusal.get());
    }
    OperationId id = Samples.id(1000 + started.size());
    OperationRequest request =
        new OperationRequest(
            id, kind, environment, spec, account, provider, Samples.NOW, renewedKey);
    started.add(request);
    add(request);
    return new StartAnswer.Started(id);
  }

  @Override
  public synchronized Optional<OperationRecord> find(OperationId id) {
    return Optional.ofNullable(entries.get(id))
        .map(entry -> new OperationRecord(entry.request, entry.status));
  }

  @Override
  public synchronized List<OperationRecord> history(EnvironmentName environment) {
    return recent(Integer.MAX_VALUE).stream()
        .filter(each -> each.request().environment().equals(environment))
        .toList();
  }

  @Override
  public synchronized List<OperationRecord> recent(int limit) {
    return entries.values().stream()
        .map(entry -> new OperationRecord(entry.request, entry.status))
        .sorted(Comparator.comparing((OperationRecord each) -> each.request().id()).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<OperationEvent> journal(OperationId id) {
    return List.copyOf(entry(id).journal);
  }

  @Override
  public synchronized Subscription follow(OperationId id, OperationListener listener) {
    Entry entry = entry(id);
    List.copyOf(entry.journal).forEach(listener::event);
    if (!(entry.status instanceof OperationStatus.Running)) {
      listener.ended(entry.status);
      return () -> {};
    }
    entry.followers.add(listener);
    return () -> entry.followers.remove(listener);
  }

  @Override
  public synchronized void cancel(OperationId id) {
    cancelled.add(id);
  }
}
