package portico.probe;

/** The IPv4 address under which this machine is seen on the internet, to let only it in. */
public interface PublicAddress {
  /** Asks. Blocks for at most three seconds: never call it on the FX thread. */
  Lookup myAddress();

  /** What came of asking. */
  sealed interface Lookup {
    /**
     * @param ipv4 dotted
     */
    record Known(String ipv4) implements Lookup {}

    /**
     * @param detail the system's own words, for a log
     */
    record Unknown(String detail) implements Lookup {}
  }
}
