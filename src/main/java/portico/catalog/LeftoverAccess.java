package portico.catalog;

/** Opens accounts for looking for leftovers. */
public interface LeftoverAccess {
  /** An account in a region. Opening does no I/O; wrong credentials show in the first answer. */
  Session open(CloudAccount account, String region);

  /** One account in one region. */
  interface Session extends AutoCloseable {
    Leftovers leftovers();

    @Override
    void close();
  }
}
