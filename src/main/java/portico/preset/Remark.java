package portico.preset;

/** One thing that a pasted command says, or does not say, in its order. */
public sealed interface Remark {
  /** What a command can say. */
  enum Fact {
    SERVER,
    PORT,
    GRPC_PORT,
    BIND,
    KEEP_ALIVE,
    REQUEST_LIMIT,
    MODEL
  }

  /** What is wrong with a command. */
  enum Trouble {
    /** No server was recognised. [the command's first words] */
    SERVER_UNKNOWN,
    /** A quote is opened and not closed. [] */
    QUOTE_OPEN,
    /** The server listens where nothing but its own machine reaches it. [address] */
    BOUND_TO_LOOPBACK,
    /** Docker publishes the port on an address that only the machine itself reaches. [option] */
    PUBLISHED_ON_LOOPBACK,
    /** The port that the server listens on is not published. [port] */
    NOT_PUBLISHED,
    /** Docker chooses the published port by itself. [option] */
    PORT_BY_CHANCE,
    /** What should be a number is none. [flag, value] */
    NO_NUMBER,
    /** A port for administration is published. [port] */
    MANAGEMENT_PORT,
    /** A port whose value stands in a variable that is not shown. [variable] */
    VARIABLE
  }

  /**
   * Something that was understood.
   *
   * @param value what it says
   * @param from the part of the command that says it
   */
  record Found(Fact fact, String value, String from) implements Remark {}

  /**
   * Something that will not work, or was not understood.
   *
   * @param detail the part of the command that it is about; may be empty
   */
  record Warning(Trouble trouble, String detail) implements Remark {}
}
