package portico.proof;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a TLS handshake showed.
 *
 * @param version such as TLSv1.3
 * @param cipher the JDK's name of the cipher suite
 * @param http2 whether the server offers HTTP/2
 * @param subject the certificate's subject
 * @param names the DNS names that it is for
 * @param issuer who signed it
 * @param notAfter when it expires
 * @param trust what it was trusted by
 * @param expected the name that it has to fit; the load balancer's own name, which no certificate
 *     fits, where the listener's is not known
 * @param fits whether it does
 * @param recorded whether the environment has a DNS record that leads from that name to the load
 *     balancer
 */
public record TlsFacts(
    String version,
    String cipher,
    boolean http2,
    String subject,
    List<String> names,
    String issuer,
    Instant notAfter,
    Trust trust,
    String expected,
    boolean fits,
    boolean recorded) {
  public TlsFacts {
    names = List.copyOf(names);
  }

  /** Whether it is for a name. */
  public boolean covers(String name) {
    return names.stream().anyMatch(each -> covers(each, name));
  }

  /** A wildcard stands for exactly one label (RFC 9525, 6.3). */
  public static boolean covers(String pattern, String name) {
    String left = pattern.toLowerCase(Locale.ROOT);
    String right = name.toLowerCase(Locale.ROOT);
    int dot = right.indexOf('.');
    return left.equals(right)
        || (left.startsWith("*.") && dot > 0 && left.substring(1).equals(right.substring(dot)));
  }

  /** By what a certificate was trusted. */
  public enum Trust {
    /** By the system's authorities, as browsers and SDKs do. */
    SYSTEM,
    /** By the authority of practice alone: nobody else trusts it. */
    PRACTICE,
    /** By none. */
    NONE
  }
}
