package portico.practice.aws.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.HealthCheck;

/** What a target is doing, over all snapshots that it is in. For the event loop alone. */
final class Seat {
  private final Set<InFlight> inFlight = new HashSet<>();
  private final LongSupplier nanos;
  private CheckRecord record = CheckRecord.NEW;
  private long healthySince;

  /** The timer of its health checks. */
  OptionalLong timer = OptionalLong.empty();

  /** How it is checked by that timer. */
  List<Object> checkedBy = List.of();

  /** A new one, by a clock that counts nanoseconds from anywhere. */
  Seat(LongSupplier nanos) {
    this.nanos = nanos;
    this.healthySince = nanos.getAsLong();
  }

  /** A request on its way, which can be broken off. */
  interface InFlight {
    /** Ends it: the target is gone. */
    void breakOff();
  }

  void enter(InFlight request) {
    inFlight.add(request);
  }

  void leave(InFlight request) {
    inFlight.remove(request);
  }

  int outstanding() {
    return inFlight.size();
  }

  void breakOff() {
    new ArrayList<>(inFlight).forEach(InFlight::breakOff);
  }

  Verdict verdict(Member member) {
    return member.settled().orElseGet(record::verdict);
  }

  /** Takes the outcome of a health check; whether it changes how the target is. */
  boolean take(Verdict outcome, HealthCheck check) {
    Verdict before = record.verdict();
    record = record.after(outcome, check);
    if (record.verdict().healthy() && !before.healthy()) {
      healthySince = nanos.getAsLong();
    }
    return !before.equals(record.verdict());
  }

  /** Forgets all health checks. */
  void reset() {
    record = CheckRecord.NEW;
  }

  /** How long it has been healthy, in nanoseconds, if it is. */
  long healthyFor() {
    return nanos.getAsLong() - healthySince;
  }
}
