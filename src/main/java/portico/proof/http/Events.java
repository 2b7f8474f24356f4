package portico.proof.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.proof.StreamFacts;
import portico.proof.StreamFacts.Form;

/** Tells the events of a streamed answer apart and keeps when they came. */
final class Events {
  private static final int LINE_LIMIT = 64 * 1024;

  private final Form form;
  private final long start;
  private final long head;
  private final List<Long> times = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private long lastByte;
  private long silence;

  /** {@code start} and {@code head} as of {@link System#nanoTime}: sent, and head received. */
  Events(Form form, long start, long head) {
    this.form = form;
    this.start = start;
    this.head = head;
    this.lastByte = head;
    this.silence = head - start;
  }

  /** The form of an answer by what it says of itself. */
  static Form form(Head head) {
    if (head.says("Content-Type", "event-stream")) {
      return Form.SERVER_SENT_EVENTS;
    }
    return head.says("Content-Type", "json") ? Form.LINES : Form.PIECES;
  }

  /** Bytes that came at a time. */
  void take(byte[] bytes, int length, long now) {
    quiet(now);
    if (form == Form.PIECES) {
      times.add(now);
      return;
    }
    for (char each : new String(bytes, 0, length, StandardCharsets.ISO_8859_1).toCharArray()) {
      if (each == '\n') {
        lineEnds(now);
      } else if (each != '\r' && line.length() < LINE_LIMIT) {
        line.append(each);
      }
    }
  }

  private void quiet(long now) {
    silence = Math.max(silence, now - lastByte);
    lastByte = now;
  }

  private void lineEnds(long now) {
    String text = line.toString();
    line.setLength(0);
    boolean counts =
        switch (form) {
          case SERVER_SENT_EVENTS ->
              text.startsWith("data:") && !text.substring(5).strip().equals("[DONE]");
          case LINES, PIECES -> !text.isBlank();
        };
    if (counts) {
      times.add(now);
    }
  }

  /** What came, with the end at a time. */
  StreamFacts facts(String path, Head answer, long end) {
    quiet(end);
    if (form == Form.LINES && !line.isEmpty()) {
      lineEnds(end);
    }
    List<Long> gaps = new ArrayList<>();
    for (int index = 1; index < times.size(); index++) {
      gaps.add(times.get(index) - times.get(index - 1));
    }
    gaps.sort(null);
    return new StreamFacts(
        path,
        answer.status(),
        form,
        since(head),
        times.isEmpty() ? Optional.empty() : Optional.of(since(times.getFirst())),
        times.size(),
        Duration.ofNanos(gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2)),
        Duration.ofNanos(gaps.isEmpty() ? 0 : gaps.getLast()),
        Duration.ofNanos(silence),
        since(end),
        times.stream().limit(StreamFacts.KEPT).map(this::since).toList(),
        answer.simulated());
  }

  private Duration since(long moment) {
    return Duration.ofNanos(moment - start);
  }

  /** Whether events came one after the other, and not all at once. */
  boolean apart() {
    return times.size() > 1 && times.getLast() - times.getFirst() > 2_000_000;
  }
}
