package portico.proof;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A command that asks a listener in front of gRPC servers from a shell, by the health service that
 * gRPC defines for all servers. It needs grpcurl, which learns the service from the server's
 * reflection. Like {@link CurlCommand} it needs no DNS record, verifies the certificate and holds
 * no key.
 */
public final class GrpcurlCommand {
  /** Of grpc/health/v1/health.proto; without a message it asks for the whole server. */
  private static final String METHOD = "grpc.health.v1.Health/Check";

  private GrpcurlCommand() {}

  /**
   * The command, in one line.
   *
   * @param authority a certificate in PEM to trust instead of the system's
   */
  public static String of(ProofEndpoint endpoint, Optional<Path> authority) {
    StringBuilder command = new StringBuilder("grpcurl");
    if (endpoint.secure()) {
      authority.ifPresent(
          file -> command.append(" -cacert ").append(CurlCommand.quoted(file.toString())));
    } else {
      command.append(" -plaintext");
    }
    endpoint.key().ifPresent(key -> command.append(CurlCommand.header(key)));
    CurlCommand.destination(endpoint)
        .ifPresent(
            _ -> command.append(" -authority ").append(CurlCommand.quoted(endpoint.clientHost())));
    String address =
        CurlCommand.destination(endpoint).orElse(endpoint.dnsName() + ":" + endpoint.port());
    return command.append(' ').append(address).append(' ').append(METHOD).toString();
  }
}
