package portico.desktop.wizard.serve;

import portico.preset.AnswerStyle;

/** Whether bytes come before an answer is complete, and how. */
public enum Streams {
  YES,
  NO,
  /** As messages both ways on a connection that stays. */
  WEBSOCKET;

  static Streams of(AnswerStyle answers) {
    return switch (answers) {
      case WEBSOCKET -> WEBSOCKET;
      case WHOLE -> NO;
      case SSE, NDJSON, GRPC -> YES;
    };
  }
}
