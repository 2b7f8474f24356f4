package portico.practice.aws.state;

/** How the pretended server on a simulated instance behaves. */
public enum Behaviour {
  /** Answers 200 on its good paths and 404 elsewhere. */
  ANSWERS,
  /** Listens on 127.0.0.1 only: a connection from the network is refused. */
  LOCAL_ONLY,
  /** Still loads its model: answers 503 on every path. */
  LOADING
}
