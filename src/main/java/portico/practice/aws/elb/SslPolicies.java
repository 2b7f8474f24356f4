package portico.practice.aws.elb;

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
 * Security policies of HTTPS listeners (ALB guide, "Security policies"): the ones in common use,
 * with their protocols. Of their ciphers only those of TLS 1.3 and the strong ones of 1.2 are told.
 */
final class SslPolicies {
  /** What AWS uses when a request names none. */
  static final String DEFAULT = "ELBSecurityPolicy-2016-08";

  private static final List<String> TLS_12 =
      List.of(
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384");

  private static final List<String> TLS_13 =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

  private static final Map<String, List<String>> PROTOCOLS = protocols();

  private SslPolicies() {}

  private static Map<String, List<String>> protocols() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("ELBSecurityPolicy-TLS13-1-2-2021-06", List.of("TLSv1.2", "TLSv1.3"));
    all.put("ELBSecurityPolicy-TLS13-1-2-Res-2021-06", List.of("TLSv1.2", "TLSv1.3"));
    all.put("ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06", List.of("TLSv1.2", "TLSv1.3"));
    all.put("ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06", List.of("TLSv1.2", "TLSv1.3"));
    all.put("ELBSecurityPolicy-TLS13-1-3-2021-06", List.of("TLSv1.3"));
    all.put("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", List.of("TLSv1.2", "TLSv1.3"));
    all.put("ELBSecurityPolicy-TLS13-1-2-PQ-2025-09", List.of("TLSv1.2", "TLSv1.3"));
    all.put("ELBSecurityPolicy-TLS13-1-1-2021-06", List.of("TLSv1.1", "TLSv1.2", "TLSv1.3"));
    all.put(
        "ELBSecurityPolicy-TLS13-1-0-2021-06", List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"));
    all.put("ELBSecurityPolicy-2016-08", List.of("TLSv1", "TLSv1.1", "TLSv1.2"));
    all.put("ELBSecurityPolicy-TLS-1-2-2017-01", List.of("TLSv1.2"));
    all.put("ELBSecurityPolicy-TLS-1-2-Ext-2018-06", List.of("TLSv1.2"));
    all.put("ELBSecurityPolicy-TLS-1-1-2017-01", List.of("TLSv1.1", "TLSv1.2"));
    all.put("ELBSecurityPolicy-FS-1-2-2019-08", List.of("TLSv1.2"));
    all.put("ELBSecurityPolicy-FS-1-2-Res-2019-08", List.of("TLSv1.2"));
    all.put("ELBSecurityPolicy-FS-1-2-Res-2020-10", List.of("TLSv1.2"));
    all.put("ELBSecurityPolicy-FS-2018-06", List.of("TLSv1", "TLSv1.1", "TLSv1.2"));
    return all;
  }

  /** Refuses a policy that does not exist. */
  static String checked(String name) {
    if (!PROTOCOLS.containsKey(name)) {
      throw new AwsException("SSLPolicyNotFound", "SSL policy '" + name + "' not found");
    }
    return name;
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<String> named = parameters.list("Names.member");
    named.forEach(SslPolicies::checked);
    List<String> names = named.isEmpty() ? new ArrayList<>(PROTOCOLS.keySet()) : named;
    Pages<String> page = Pages.elb(parameters, names);
    xml.list("SslPolicies", "member", page.items(), name -> write(name, xml));
    xml.maybe("NextMarker", page.next());
  }

  private static void write(String name, Xml xml) {
    List<String> protocols = PROTOCOLS.getOrDefault(name, List.of());
    List<String> ciphers = new ArrayList<>(protocols.contains("TLSv1.3") ? TLS_13 : List.of());
    if (protocols.contains("TLSv1.2")) {
      ciphers.addAll(TLS_12);
    }
    xml.text("Name", name)
        .texts("SslProtocols", "member", protocols)
        .texts("SupportedLoadBalancerTypes", "member", List.of("application", "network"))
        .list(
            "Ciphers",
            "member",
            ciphers,
            cipher -> xml.text("Name", cipher).text("Priority", ciphers.indexOf(cipher) + 1));
  }
}
