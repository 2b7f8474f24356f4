package portico.spec;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/** Words of the file that stand for one of several values. */
final class SpecWords {
  static final String DEFAULT_VPC = "default";
  static final String AUTO = "auto";
  static final String MY_ADDRESS = "my-address";
  static final String TRAFFIC_PORT = "traffic-port";
  static final String NO_STICKINESS = "off";
  static final String LOAD_BALANCER_COOKIE = "lb_cookie";
  static final String APPLICATION_COOKIE = "app_cookie";

  private SpecWords() {}

  static <T> SequencedMap<String, T> of(T[] values, Function<T, String> word) {
    SequencedMap<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return words;
  }
}
