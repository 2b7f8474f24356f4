package portico;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;

/**
 * Counts the window's frames. While it runs, something moves at every pulse, so that each pulse has
 * something to draw; a pulse is counted when the FX thread comes to it. Beside the clock it reads
 * the FX thread's own processor time, which other work on the machine does not lengthen.
 */
final class FrameMeter extends AnimationTimer {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** One pulse: when it came, and the processor time of the FX thread until then, nanoseconds. */
  private record Pulse(long at, long busy) {}

  private final Node moved;
  private List<Pulse> pulses = new ArrayList<>();

  /** Moves the node by a pixel at each pulse. */
  FrameMeter(Node moved) {
    this.moved = moved;
  }

  @Override
  public void handle(long now) {
    moved.setTranslateX(pulses.size() % 2);
    pulses.add(new Pulse(System.nanoTime(), THREADS.getCurrentThreadCpuTime()));
  }

  /** What happened since the last call; from any thread but the FX thread. */
  Frames take() {
    List<Pulse> taken = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          taken.addAll(pulses);
          pulses = new ArrayList<>();
          done.countDown();
        });
    try {
      done.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return Frames.of(taken);
  }

  /**
   * What the window did in a stretch of time.
   *
   * @param median frames in a second
   * @param worst frames in the worst second, wherever it begins
   * @param longestGap between two frames, milliseconds
   * @param longestWork of the FX thread's processor time between two frames, milliseconds
   * @param overBudget how many times that was above 16.7 ms
   * @param share of a core that the FX thread used
   */
  record Frames(
      double seconds,
      double median,
      int worst,
      double longestGap,
      double longestWork,
      int overBudget,
      double share) {
    private static final long SECOND = 1_000_000_000;

    private static Frames of(List<Pulse> pulses) {
      int count = pulses.size();
      if (count < 2) {
        return new Frames(0, 0, 0, 0, 0, 0, 0);
      }
      long gap = 0;
      long work = 0;
      int over = 0;
      for (int index = 1; index < count; index++) {
        long busy = pulses.get(index).busy() - pulses.get(index - 1).busy();
        gap = Math.max(gap, pulses.get(index).at() - pulses.get(index - 1).at());
        work = Math.max(work, busy);
        over += busy > SECOND / 60 ? 1 : 0;
      }
      long length = pulses.getLast().at() - pulses.getFirst().at();
      long busy = pulses.getLast().busy() - pulses.getFirst().busy();
      int[] rates = rates(pulses);
      return new Frames(
          length / 1e9,
          rates.length == 0 ? count / (length / 1e9) : rates[rates.length / 2],
          rates.length == 0 ? (int) (count / (length / 1e9)) : rates[0],
          gap / 1e6,
          work / 1e6,
          over,
          (double) busy / length);
    }

    /** Frames in the second after each frame that has one, fewest first. */
    private static int[] rates(List<Pulse> pulses) {
      long end = pulses.getLast().at();
      int[] rates = new int[pulses.size()];
      int found = 0;
      int last = 0;
      for (int first = 0; first < pulses.size(); first++) {
        long until = pulses.get(first).at() + SECOND;
        if (until > end) {
          break;
        }
        while (pulses.get(last).at() < until) {
          last++;
        }
        rates[found++] = last - first;
      }
      int[] sorted = Arrays.copyOf(rates, found);
      Arrays.sort(sorted);
      return sorted;
    }

    /** A row of a table. */
    String row() {
      return String.format(
          Locale.ROOT,
          "%.0f | %.0f | %d | %.0f | %.0f | %d | %.0f %%",
          seconds,
          median,
          worst,
          longestGap,
          longestWork,
          overBudget,
          100 * share);
    }
  }
}
