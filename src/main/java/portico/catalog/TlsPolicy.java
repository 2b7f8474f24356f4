package portico.catalog;

import java.util.List;

/**
 * A security policy for HTTPS listeners (ELB DescribeSSLPolicies).
 *
 * @param name such as {@code ELBSecurityPolicy-TLS13-1-2-2021-06}
 * @param protocols TLS versions in AWS's words, such as {@code TLSv1.3}
 * @param ciphers in order of preference
 */
public record TlsPolicy(String name, List<String> protocols, List<String> ciphers) {
  public TlsPolicy {
    protocols = List.copyOf(protocols);
    ciphers = List.copyOf(ciphers);
  }
}
