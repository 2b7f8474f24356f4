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

  /**
   * Why a deployment has to wait for another preview: the key of a text.
   *
   * @param same whether this one was about what is wanted now
   */
  default String hindrance(boolean same) {
    return switch (this) {
      case Running running -> "review.preview.running";
      case Failed failed when same -> "review.preview.failed";
      case Failed failed -> "review.preview.changed";
      case NotRun notRun -> "review.preview.not-run";
      case Succeeded succeeded -> "review.preview.changed";
    };
  }
}
