package portico.model;

import java.util.List;

/**
 * How an HTTPS listener proves who it is.
 *
 * @param policy the security policy, such as {@code ELBSecurityPolicy-TLS13-1-2-2021-06}: which TLS
 *     versions and ciphers clients may use
 * @param certificateArn the default certificate
 * @param furtherCertificateArns chosen by the name that the client asks for; at most 25 per load
 *     balancer
 */
public record TlsSpec(String policy, String certificateArn, List<String> furtherCertificateArns) {
  public TlsSpec {
    furtherCertificateArns = List.copyOf(furtherCertificateArns);
  }
}
