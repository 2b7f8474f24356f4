package portico.preset;

/** How an answer comes: it decides what silence on a connection means. */
public enum AnswerStyle {
  /** In one piece: nothing is sent while it is computed. */
  WHOLE,
  /** As server-sent events. */
  SSE,
  /** One JSON document a line. */
  NDJSON,
  /** Over a WebSocket. */
  WEBSOCKET,
  /** As messages of a gRPC stream. */
  GRPC;

  /** Whether bytes come before the answer is complete. */
  public boolean streams() {
    return this != WHOLE;
  }
}
