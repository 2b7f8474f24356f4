package portico.catalog.aws;

import static portico.catalog.aws.AwsService.ELB;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portico.catalog.TlsPolicy;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Cipher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;

/** Security policies for HTTPS listeners. */
final class AwsTlsPolicies {
  /**
   * What AWS recommends (describe-ssl-policies.html): TLS 1.3 with TLS 1.2 for older clients, first
   * with quantum-safe key exchange, which not every region has yet.
   */
  private static final List<String> RECOMMENDED =
      List.of(
          "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
          "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
          "ELBSecurityPolicy-TLS13-1-2-2021-06");

  private final AwsClients clients;

  AwsTlsPolicies(AwsClients clients) {
    this.clients = clients;
  }

  List<TlsPolicy> all(AwsCall call) {
    List<SslPolicy> found = new ArrayList<>();
    Optional<String> marker = Optional.empty();
    do {
      @Nullable String from = marker.orElse(null);
      var page =
          call.of(
              ELB,
              "DescribeSSLPolicies",
              () ->
                  clients
                      .elb()
                      .describeSSLPolicies(
                          request ->
                              request
                                  .loadBalancerType(LoadBalancerTypeEnum.APPLICATION)
                                  .marker(from)));
      found.addAll(page.sslPolicies());
      marker = Optional.ofNullable(page.nextMarker()).filter(next -> !next.isEmpty());
    } while (marker.isPresent());
    return found.stream()
        .map(AwsTlsPolicies::policy)
        .sorted(Comparator.comparingInt(AwsTlsPolicies::rank).thenComparing(TlsPolicy::name))
        .toList();
  }

  private static TlsPolicy policy(SslPolicy policy) {
    return new TlsPolicy(
        policy.name(),
        policy.sslProtocols(),
        policy.ciphers().stream()
            .sorted(
                Comparator.comparing(cipher -> Optional.ofNullable(cipher.priority()).orElse(0)))
            .map(Cipher::name)
            .toList());
  }

  private static int rank(TlsPolicy policy) {
    int place = RECOMMENDED.indexOf(policy.name());
    return place < 0 ? RECOMMENDED.size() : place;
  }
}
