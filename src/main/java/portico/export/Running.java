package portico.export;

import java.util.Map;

/**
 * The resources that already run.
 *
 * @param ids the ids that AWS gave them, by Pulumi type and logical name joined by two colons:
 *     {@code aws:lb/listener:Listener::http}, the end of their URN; empty when nothing runs
 */
public record Running(Map<String, String> ids) {
  public static final Running NOTHING = new Running(Map.of());

  public Running {
    ids = Map.copyOf(ids);
  }
}
