package portico.proof;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A command that asks a listener from a shell. It needs no DNS record for the certificate's name,
 * verifies the certificate, and takes the key from a variable: keys are in no command.
 */
public final class CurlCommand {
  /** The variable of the shell that holds the key. */
  public static final String KEY_VARIABLE = "PORTICO_API_KEY";

  private CurlCommand() {}

  /**
   * The command, in one line.
   *
   * @param path begins with a slash
   * @param authority a certificate in PEM to trust instead of the system's
   */
  public static String of(ProofEndpoint endpoint, String path, Optional<Path> authority) {
    StringBuilder command = new StringBuilder("curl -i");
    authority
        .filter(_ -> endpoint.secure())
        .ifPresent(file -> command.append(" --cacert ").append(quoted(file.toString())));
    destination(endpoint)
        .ifPresent(
            to ->
                command.append(
                    " --connect-to %s:%d:%s"
                        .formatted(endpoint.clientHost(), endpoint.port(), to)));
    endpoint.key().ifPresent(key -> command.append(header(key)));
    return command.append(' ').append(quoted(endpoint.url(path))).toString();
  }

  /** The option that both curl and grpcurl take a header field by. */
  static String header(ProofEndpoint.Key key) {
    return " -H \"%s: %s$%s\"".formatted(key.header(), escaped(key.prefix()), KEY_VARIABLE);
  }

  /** Where to connect, if not to the host of the address. */
  static Optional<String> destination(ProofEndpoint endpoint) {
    Optional<InetSocketAddress> via = endpoint.via();
    if (via.isPresent()) {
      return via.map(address -> address.getHostString() + ":" + address.getPort());
    }
    return endpoint.clientHost().equals(endpoint.dnsName())
        ? Optional.empty()
        : Optional.of(endpoint.dnsName() + ":" + endpoint.port());
  }

  static String quoted(String text) {
    return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Within double quotes of a shell. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\\"$`])", "\\\\$1");
  }
}
