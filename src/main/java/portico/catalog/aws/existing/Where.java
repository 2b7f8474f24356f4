package portico.catalog.aws.existing;

/**
 * What is being read.
 *
 * @param text for remarks
 * @param closed whether what would let requests through is answered with 503 instead, because a
 *     check in front of it cannot be said
 */
record Where(String text, boolean closed) {
  static Where listener(String name, boolean closed) {
    return new Where("listener " + name, closed);
  }

  Where rule(int priority) {
    return new Where(text + ", rule " + priority, closed);
  }

  /** The same place, with nothing let through. */
  Where close() {
    return new Where(text, true);
  }
}
