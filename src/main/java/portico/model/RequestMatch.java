package portico.model;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a request fits a condition, as AWS decides it (API_RuleCondition): hosts, header values
 * and parameters without regard to case, paths with it, methods exactly, addresses by their
 * network.
 */
public final class RequestMatch {
  private RequestMatch() {}

  /**
   * Whether the condition holds. Of an {@link ConditionSpec.ApiKey} nobody knows the key here: it
   * holds when the header carries any key behind the prefix.
   */
  public static boolean holds(ConditionSpec condition, RequestSample request) {
    return switch (condition) {
      case ConditionSpec.HostHeader(var values) ->
          values.stream().anyMatch(each -> globIgnoringCase(each, request.hostName()));
      case ConditionSpec.PathPattern(var values) ->
          values.stream().anyMatch(each -> Glob.exact(each).matches(request.path()));
      case ConditionSpec.HttpHeader(var name, var values) ->
          request.headers().stream()
              .filter(header -> header.name().equalsIgnoreCase(name))
              .anyMatch(
                  header ->
                      values.stream().anyMatch(each -> globIgnoringCase(each, header.value())));
      case ConditionSpec.ApiKey(var name, var prefix, var key) ->
          request.headers().stream()
              .filter(header -> header.name().equalsIgnoreCase(name))
              .anyMatch(header -> carriesKey(prefix, header.value()));
      case ConditionSpec.RequestMethod(var values) -> values.contains(request.method());
      case ConditionSpec.QueryString(var values) ->
          values.stream().anyMatch(each -> parameter(each, request));
      case ConditionSpec.SourceIp(var values) ->
          request
              .source()
              .map(source -> values.stream().anyMatch(each -> inNetwork(each, source)))
              .orElse(false);
    };
  }

  private static boolean carriesKey(String prefix, String value) {
    return value.length() > prefix.length()
        && value.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static boolean parameter(ConditionSpec.QueryValue wanted, RequestSample request) {
    return request.query().stream()
        .anyMatch(
            pair ->
                wanted.key().map(key -> escapedGlob(key, pair.name())).orElse(true)
                    && escapedGlob(wanted.value(), pair.value()));
  }

  private static boolean globIgnoringCase(String pattern, String text) {
    return Glob.anyCase(pattern).matches(text.toLowerCase(Locale.ROOT));
  }

  private static boolean escapedGlob(String pattern, String text) {
    return Glob.ofQuery(pattern).matches(text.toLowerCase(Locale.ROOT));
  }

  /** Whether the address is in the network; false when either is not written as one. */
  static boolean inNetwork(String network, String address) {
    int slash = network.indexOf('/');
    Optional<byte[]> base = bytes(slash < 0 ? network : network.substring(0, slash));
    Optional<byte[]> client = bytes(address);
    if (slash < 0 || base.isEmpty() || client.isEmpty()) {
      return false;
    }
    byte[] wanted = base.get();
    byte[] found = client.get();
    String prefix = network.substring(slash + 1);
    if (wanted.length != found.length || !prefix.matches("\\d{1,3}")) {
      return false;
    }
    int bits = Integer.parseInt(prefix);
    for (int bit = 0; bit < Math.min(bits, wanted.length * 8); bit++) {
      int mask = 128 >> bit % 8;
      if ((wanted[bit / 8] & mask) != (found[bit / 8] & mask)) {
        return false;
      }
    }
    return bits <= wanted.length * 8;
  }

  /** Literals alone: no name is looked up. */
  private static Optional<byte[]> bytes(String address) {
    try {
      return Optional.of(InetAddress.ofLiteral(address).getAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Whether {@code text} is an IPv4 or IPv6 address. */
  public static boolean isAddress(String text) {
    return bytes(text).isPresent();
  }
}
