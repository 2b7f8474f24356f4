package portico.desktop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.desktop.fx.Background;
import portico.environment.Deadline;
import portico.environment.Due;
import portico.environment.Ending;
import portico.environment.Reminder;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.StartAnswer;
import portico.service.Expiry;
import portico.service.Services;

/**
 * Carries deadlines out while the window is open. It reads them now and then, since other windows
 * and commands change them too, and starts the ordinary destroy when one is due. Where the user
 * could not see that coming, because the window was closed or the machine slept, a minute is left.
 */
public final class DeadlineWatch {
  /** What "Extend" adds. */
  static final Duration EXTENSION = Duration.ofHours(4);

  /** How often the disk is looked at. */
  static final Duration LOOK = Duration.ofSeconds(15);

  /** To think again for who was not there. */
  static final Duration GRACE = Duration.ofMinutes(1);

  /** Without a tick for so long the machine slept. */
  private static final Duration SLEPT = Duration.ofSeconds(30);

  /** One reading of the disk. */
  private record Reading(SortedMap<EnvironmentName, Ending> endings, List<Due> due) {}

  /** A deadline of an environment; another moment is another one. */
  private record Key(EnvironmentName environment, Instant due) {
    static Key of(EnvironmentName environment, Deadline deadline) {
      return new Key(environment, deadline.due());
    }
  }

  private final Services services;
  private final Expiry expiry;
  private final Background background;
  private final InstantSource clock;
  private final NoticeText text;
  private final ReadOnlyObjectWrapper<List<Notice>> notices =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Map<Key, Instant> begins = new HashMap<>();
  private final Map<Key, Reminder> dismissed = new HashMap<>();
  private final Map<EnvironmentName, Refusal> refusals = new HashMap<>();
  private final Set<EnvironmentName> starting = new HashSet<>();
  private Reading reading = new Reading(Collections.emptySortedMap(), List.of());
  private Optional<Instant> lastTick = Optional.empty();
  private Instant nextLook = Instant.MIN;
  private boolean looking;
  private boolean outdated;

  /** A start or a change that was refused, and until when it is not tried again. */
  record Refusal(OperationFailure failure, Instant until) {}

  public DeadlineWatch(
      Services services, Background background, InstantSource clock, NoticeText text) {
    this.services = services;
    this.expiry = new Expiry(services);
    this.background = background;
    this.clock = clock;
    this.text = text;
  }

  /** What is to be said now, the most urgent first. */
  ReadOnlyObjectProperty<List<Notice>> noticesProperty() {
    return notices.getReadOnlyProperty();
  }

  // --- Commands

  /** Called every second. */
  public void tick() {
    Instant now = clock.instant();
    if (lastTick.filter(last -> last.plus(SLEPT).isBefore(now)).isPresent()) {
      begins.clear();
    }
    lastTick = Optional.of(now);
    if (!looking && !now.isBefore(nextLook)) {
      look();
    }
    show(now);
  }

  /** Puts the end off. */
  void extend(Notice notice) {
    Instant later = notice.deadline().putOff(EXTENSION, clock.instant());
    change(notice, () -> services.deadlines().endAt(notice.environment(), later));
  }

  /** Lets the environment stay until someone destroys it. */
  void keep(Notice notice) {
    change(notice, () -> services.deadlines().never(notice.environment()));
  }

  /** Puts the notice out of sight until something more urgent is to be said. */
  void dismiss(Notice notice) {
    dismissed.put(Key.of(notice.environment(), notice.deadline()), notice.reminder());
    show(clock.instant());
  }

  private void change(Notice notice, Supplier<Optional<OperationFailure>> change) {
    EnvironmentName name = notice.environment();
    // From here on the old moment starts nothing any more.
    begins.put(Key.of(name, notice.deadline()), Instant.MAX);
    background.run(
        change,
        refused -> {
          refusals.remove(name);
          refused.ifPresent(
              failure -> {
                begins.put(Key.of(name, notice.deadline()), clock.instant().plus(GRACE));
                refusals.put(name, new Refusal(failure, clock.instant()));
              });
          lookSoon();
        });
  }

  // --- Looking

  private void lookSoon() {
    nextLook = Instant.MIN;
    outdated = looking;
    tick();
  }

  private void look() {
    looking = true;
    Instant now = clock.instant();
    background.run(
        () -> new Reading(services.deadlines().all(), expiry.due(now)),
        read -> {
          looking = false;
          reading = read;
          apply(now);
          if (outdated) {
            outdated = false;
            nextLook = Instant.MIN;
          }
          show(clock.instant());
        });
  }

  private void apply(Instant now) {
    nextLook = now.plus(LOOK);
    Set<Key> known = new HashSet<>();
    reading
        .endings()
        .forEach(
            (name, ending) ->
                ending
                    .deadline()
                    .ifPresent(
                        deadline -> {
                          known.add(Key.of(name, deadline));
                          plan(name, deadline, now);
                        }));
    begins.keySet().retainAll(known);
    dismissed.keySet().retainAll(known);
    refusals.keySet().retainAll(reading.endings().keySet());
    reading.due().forEach(due -> startIfTime(due, now));
  }

  /** When its destroy begins, and that the disk is looked at just then. */
  private void plan(EnvironmentName name, Deadline deadline, Instant now) {
    Instant begin =
        begins.computeIfAbsent(
            Key.of(name, deadline), key -> deadline.isDue(now) ? now.plus(GRACE) : deadline.due());
    if (begin.isAfter(now) && begin.isBefore(nextLook)) {
      nextLook = begin;
    }
  }

  private void startIfTime(Due due, Instant now) {
    EnvironmentName name = due.environment().name();
    boolean time = !now.isBefore(begin(due));
    boolean waits =
        Optional.ofNullable(refusals.get(name)).filter(it -> now.isBefore(it.until())).isPresent();
    if (due.verdict() instanceof Due.Ready && time && !waits && starting.add(name)) {
      background.run(() -> expiry.start(due.environment()), answer -> started(name, answer));
    }
  }

  private Instant begin(Due due) {
    return begins.getOrDefault(Key.of(due.environment().name(), due.deadline()), Instant.MAX);
  }

  private void started(EnvironmentName name, StartAnswer answer) {
    starting.remove(name);
    refusals.remove(name);
    switch (answer) {
      // Another window was faster, or a command is at work: the next reading tells.
      case StartAnswer.Refused(OperationFailure.EnvironmentBusy _) -> {}
      case StartAnswer.Refused(OperationFailure failure) ->
          refusals.put(name, new Refusal(failure, clock.instant().plus(Due.PAUSE)));
      case StartAnswer.Started _ -> nextLook = Instant.MIN;
    }
    show(clock.instant());
  }

  // --- Showing

  private void show(Instant now) {
    List<Notice> next =
        reading.endings().entrySet().stream()
            .flatMap(each -> notice(each.getKey(), each.getValue(), now).stream())
            .filter(this::isWanted)
            .sorted((one, other) -> one.deadline().due().compareTo(other.deadline().due()))
            .toList();
    if (!next.equals(notices.get())) {
      notices.set(next);
    }
  }

  private boolean isWanted(Notice notice) {
    Reminder seen = dismissed.get(Key.of(notice.environment(), notice.deadline()));
    return !notice.dismissible() || seen == null || seen.compareTo(notice.reminder()) < 0;
  }

  private Optional<Notice> notice(EnvironmentName name, Ending ending, Instant now) {
    Optional<Deadline> deadline = ending.deadline();
    Optional<Reminder> reminder = deadline.flatMap(each -> Reminder.of(each, now));
    if (reminder.isEmpty()) {
      return Optional.empty();
    }
    Optional<Refusal> refusal = Optional.ofNullable(refusals.get(name));
    return reminder.get() == Reminder.DUE
        ? reading.due().stream()
            .filter(each -> each.environment().name().equals(name))
            .findFirst()
            .map(each -> text.due(each, begin(each), refusal, now))
        : Optional.of(text.reminder(name, deadline.orElseThrow(), reminder.get(), refusal, now));
  }
}
