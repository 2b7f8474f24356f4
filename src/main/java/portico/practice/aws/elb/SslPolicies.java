package portico.practice.aws.elb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;

/**
 * Security policies of HTTPS listeners (ALB guide, "Security policies"), read from a table of their
 * protocols and ciphers. Policies for FIPS are not among them.
 */
final class SslPolicies {
  /** What AWS uses when a request names none. */
  static final String DEFAULT = "ELBSecurityPolicy-2016-08";

  private static final Map<String, Policy> ALL = read();

  private SslPolicies() {}

  private record Policy(List<String> protocols, List<String> ciphers) {}

  private static Map<String, Policy> read() {
    Map<String, Policy> all = new LinkedHashMap<>();
    try (InputStream table = SslPolicies.class.getResourceAsStream("ssl-policies.tsv")) {
      if (table == null) {
        throw new IllegalStateException("ssl-policies.tsv is missing");
      }
      new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(
              cells ->
                  all.put(
                      cells[0],
                      new Policy(List.of(cells[1].split(" ")), List.of(cells[2].split(" ")))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return all;
  }

  private static Policy find(String name) {
    Policy policy = ALL.get(name);
    if (policy == null) {
      throw new AwsException("SSLPolicyNotFound", "SSL policy '" + name + "' not found");
    }
    return policy;
  }

  /** Refuses a policy that does not exist. */
  static String checked(String name) {
    Policy _ = find(name);
    return name;
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<String> named = parameters.list("Names.member");
    named.forEach(SslPolicies::checked);
    List<String> names = named.isEmpty() ? new ArrayList<>(ALL.keySet()) : named;
    Pages<String> page = Pages.elb(parameters, names);
    xml.list("SslPolicies", "member", page.items(), name -> write(name, xml));
    xml.maybe("NextMarker", page.next());
  }

  private static void write(String name, Xml xml) {
    Policy policy = find(name);
    List<String> ciphers = policy.ciphers();
    xml.text("Name", name)
        .texts("SslProtocols", "member", policy.protocols())
        .texts("SupportedLoadBalancerTypes", "member", List.of("application", "network"))
        .list(
            "Ciphers",
            "member",
            ciphers,
            cipher -> xml.text("Name", cipher).text("Priority", ciphers.indexOf(cipher) + 1));
  }
}
