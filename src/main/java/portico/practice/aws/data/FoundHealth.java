package portico.practice.aws.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.Observations;
import portico.practice.aws.state.Target;

/**
 * What health checks have found, in a file of its own beside the state: it changes when a target's
 * health does, and counts for as long as the process lives that checks.
 */
final class FoundHealth implements Observations {
  private static final long GOOD_FOR_NANOS = 250_000_000;

  /** Whoever checks will come to it. */
  private static final Observed NOT_YET =
      new Observed(
          Verdict.CHECKING.state(), Verdict.CHECKING.reason(), Verdict.CHECKING.description());

  private final SharedJson<Content> file;
  private Optional<Content> living = Optional.empty();
  private long looked = System.nanoTime() - GOOD_FOR_NANOS;

  /** By groups' ARNs and targets' names. */
  record Content(ProcessMark by, Map<String, Map<String, Observed>> groups) {}

  FoundHealth(Path folder) {
    this.file = new SharedJson<>(folder.resolve("target-health.json"), Content.class);
  }

  void write(Map<String, Map<String, Observed>> groups) throws IOException {
    file.write(new Content(ProcessMark.own(), groups));
  }

  void delete() throws IOException {
    file.delete();
  }

  @Override
  public synchronized Optional<Observed> of(String groupArn, Target target) {
    Optional<Content> now = file.read();
    if (!now.equals(living) || System.nanoTime() - looked > GOOD_FOR_NANOS) {
      living = now.filter(each -> each.by().alive());
      looked = System.nanoTime();
    }
    String name = target.id() + " " + target.port();
    return living.map(
        each -> each.groups().getOrDefault(groupArn, Map.of()).getOrDefault(name, NOT_YET));
  }
}
