package portico.desktop.wizard.review;

import java.util.List;
import portico.operation.Phase;
import portico.text.Message;

/** How far a preview has come. */
public sealed interface PreviewState {
  record NotRun() implements PreviewState {}

  record Running(Phase phase) implements PreviewState {}

  record Succeeded() implements PreviewState {}

  /**
   * @param messages at least one, the decisive one first
   */
  record Failed(List<Message> messages) implements PreviewState {
    public Failed {
      messages = List.copyOf(messages);
    }
  }
}
