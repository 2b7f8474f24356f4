package portico.practice.aws.state;

import java.util.List;

/**
 * What a simulated instance pretends to serve on a port; a path outside {@code goodPaths} answers
 * 404.
 */
public record Served(int port, Behaviour behaviour, List<String> goodPaths) {

  /** The status code that a request for this path gets. */
  public int statusFor(String path) {
    if (behaviour == Behaviour.LOADING) {
      return 503;
    }
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    return goodPaths.contains(plain) ? 200 : 404;
  }
}
