package portico;

/** Starts the desktop (no arguments), the command line or a worker. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("portico");
  }
}
