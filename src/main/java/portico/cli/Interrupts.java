package portico.cli;

/** Ctrl+C. */
public interface Interrupts {
  /**
   * Calls {@code action}, on any thread, each time Ctrl+C is pressed, in place of ending the
   * process, until the registration is closed.
   */
  Registration onInterrupt(Runnable action);

  /** Ends with {@link #close()}: from then on Ctrl+C does what it did before. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
