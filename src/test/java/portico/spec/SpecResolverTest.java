package portico.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.catalog.Certificate;
import portico.catalog.LoadBalancerState;
import portico.catalog.Vpc;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.Rule;
import portico.model.SpecDefaults;
import portico.model.TlsSpec;
import portico.model.Violation;
import portico.testing.FakeCatalog;
import portico.testing.Samples;
import portico.text.FailureText;
import portico.text.Words;

class SpecResolverTest {
  private static final SpecText TEXT = new SpecText(new FailureText(Words.core()));
  private static final String VPC = "vpc-0123456789abcdef0";

  private final FakeCatalog catalog = FakeCatalog.withNetwork();
  private Optional<String> address = Optional.of("203.0.113.7");

  private SpecResolver resolver() {
    return new SpecResolver(catalog, () -> address, "us-west-2");
  }

  private SpecAnswer<EnvironmentSpec> resolve(String spec) {
    if (SpecFile.read(spec) instanceof SpecAnswer.Read<SpecDraft>(SpecDraft draft)) {
      return resolver().resolve(draft);
    }
    throw new AssertionError("not a spec: " + spec);
  }

  private static List<String> problemsOf(SpecAnswer<EnvironmentSpec> answer) {
    return switch (answer) {
      case SpecAnswer.Wrong<EnvironmentSpec>(var problems) ->
          problems.stream().map(TEXT::inOneLine).toList();
      case SpecAnswer.Read<EnvironmentSpec> _ -> List.of();
      case SpecAnswer.Unreadable<EnvironmentSpec>(var failure) ->
          throw new AssertionError(failure.toString());
    };
  }

  private static EnvironmentSpec specOf(SpecAnswer<EnvironmentSpec> answer) {
    assertThat(problemsOf(answer)).isEmpty();
    if (answer instanceof SpecAnswer.Read<EnvironmentSpec>(EnvironmentSpec spec)) {
      return spec;
    }
    throw new AssertionError("no spec");
  }

  /** The words that wizard and spec files share. */
  private static String rule(Rule rule, Object... facts) {
    return new FailureText(Words.core()).of(Violation.of("", rule, facts));
  }

  @Test
  void the_smallest_draft_is_the_smallest_environment_on_the_default_vpc() {
    assertThat(resolver().resolve(SpecDraft.smallest()))
        .isEqualTo(
            new SpecAnswer.Read<>(
                SpecDefaults.smallest(
                    "us-west-2",
                    VPC,
                    List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"),
                    List.of("203.0.113.7/32"))));
    assertThat(catalog.calls).containsExactly("vpcs", "subnets");
  }

  @Test
  void names_are_looked_up() {
    EnvironmentSpec spec =
        specOf(
            resolve(
                """
                loadBalancer: {vpc: default, subnets: [public-c, public-a]}
                targetGroups: [{port: 8000, targets: [{name: llama-70b-2}]}]
                """));

    assertThat(spec.loadBalancer().subnetIds())
        .containsExactly("subnet-0ccccccccccccccc3", "subnet-0aaaaaaaaaaaaaaa1");
    assertThat(spec.targetGroups().getFirst().targets())
        .containsExactly(InstanceTarget.of("i-0a9b8c7d6e5f40312"));
  }

  @Test
  void my_address_is_not_listed_twice() {
    EnvironmentSpec spec =
        specOf(resolve("access: {ingressCidrs: [203.0.113.7/32, my-address, 10.0.0.0/8]}"));

    assertThat(spec.access().ingressCidrs()).containsExactly("203.0.113.7/32", "10.0.0.0/8");
  }

  @Test
  void what_is_not_there_is_told_with_its_place() {
    assertThat(problemsOf(resolve("loadBalancer: {vpcId: vpc-12345678}")))
        .containsExactly(
            "line 1, column 23: loadBalancer.vpcId: There is no VPC \"vpc-12345678\" in"
                + " us-west-2.");
    assertThat(problemsOf(resolve("loadBalancer: {vpc: nowhere}")))
        .containsExactly(
            "line 1, column 21: loadBalancer.vpc: There is no VPC \"nowhere\" in us-west-2.");
    assertThat(problemsOf(resolve("loadBalancer: {subnets: [public-a, public-z]}")))
        .containsExactly(
            "line 1, column 36: loadBalancer.subnets[1]: There is no subnet \"public-z\" in "
                + VPC
                + ".");
    assertThat(
            problemsOf(
                resolve(
                    """
                    targetGroups:
                      - port: 8000
                        targets:
                          - name: nobody
                          - instanceId: i-99999999
                    """)))
        .containsExactly(
            "line 4, column 15: targetGroups[0].targets[0].name: There is no instance \"nobody\" in "
                + VPC
                + ".",
            "line 5, column 21: targetGroups[0].targets[1].instanceId: There is no instance"
                + " \"i-99999999\" in "
                + VPC
                + ".");
  }

  @Test
  void a_name_that_several_have_is_told_with_their_ids() {
    catalog.vpcs.add(new Vpc("vpc-22222222", "training", "10.0.0.0/16", false));

    assertThat(problemsOf(resolve("loadBalancer: {vpc: training}")))
        .containsExactly(
            "line 1, column 21: loadBalancer.vpc: Several VPCs have the Name tag \"training\":"
                + " vpc-0fedcba9876543210, vpc-22222222. Give the id.");
  }

  @Test
  void a_region_without_default_vpc_is_told() {
    catalog.vpcs.removeIf(Vpc::isDefault);

    assertThat(problemsOf(resolver().resolve(SpecDraft.smallest())))
        .containsExactly(
            "loadBalancer.vpc: us-west-2 has no default VPC. Name one with \"vpcId\", or with"
                + " \"vpc\" and its Name tag.");
  }

  @Test
  void without_a_fit_pair_every_unfit_subnet_says_why() {
    catalog.subnets.removeIf(subnet -> subnet.name().matches("public-[bc]"));

    assertThat(problemsOf(resolver().resolve(SpecDraft.smallest())))
        .containsExactly(
            "loadBalancer.subnets: VPC "
                + VPC
                + " has no two fit subnets in different Availability Zones. Name others with"
                + " \"vpcId\", or make some fit. subnet-0ddddddddddddddd4: "
                + rule(Rule.SUBNET_NOT_PUBLIC));
  }

  @Test
  void chosen_subnets_are_checked_each_and_together() {
    assertThat(problemsOf(resolve("loadBalancer: {subnets: [public-a, private-a]}")))
        .containsExactly(
            "line 1, column 36: loadBalancer.subnets[1]: "
                + rule(Rule.SUBNETS_ONE_PER_ZONE, "us-west-2a"),
            "line 1, column 36: loadBalancer.subnets[1]: " + rule(Rule.SUBNET_NOT_PUBLIC),
            "line 1, column 25: loadBalancer.subnets: " + rule(Rule.SUBNETS_TWO_ZONES, 1));
  }

  @Test
  void a_load_balancer_with_ipv6_gets_subnets_with_ipv6_alone() {
    catalog.subnets.replaceAll(
        subnet -> subnet.name().equals("public-a") ? subnet : FakeCatalog.withIpv6(subnet));

    EnvironmentSpec spec = specOf(resolve("loadBalancer: {ipAddressType: dualstack}"));
    assertThat(spec.loadBalancer().subnetIds())
        .containsExactly("subnet-0bbbbbbbbbbbbbbb2", "subnet-0ccccccccccccccc3");

    assertThat(
            problemsOf(
                resolve("loadBalancer: {ipAddressType: dualstack, subnets: [public-a, public-b]}")))
        .containsExactly(
            "line 1, column 52: loadBalancer.subnets[0]: "
                + rule(Rule.SUBNET_WITHOUT_IPV6, "subnet-0aaaaaaaaaaaaaaa1"));
  }

  @Test
  void an_unfit_subnet_is_told_beside_a_missing_one() {
    assertThat(problemsOf(resolve("loadBalancer: {subnets: [public-z, private-a]}")))
        .containsExactly(
            "line 1, column 26: loadBalancer.subnets[0]: There is no subnet \"public-z\" in "
                + VPC
                + ".",
            "line 1, column 36: loadBalancer.subnets[1]: " + rule(Rule.SUBNET_NOT_PUBLIC));
  }

  @Test
  void an_internal_load_balancer_prefers_private_subnets() {
    EnvironmentSpec spec = specOf(resolve("loadBalancer: {scheme: internal}"));

    assertThat(spec.loadBalancer().subnetIds())
        .containsExactly("subnet-0ddddddddddddddd4", "subnet-0bbbbbbbbbbbbbbb2");
  }

  @Test
  void an_unknown_address_is_told_beside_other_problems() {
    address = Optional.empty();

    assertThat(problemsOf(resolve("loadBalancer: {vpc: nowhere}")))
        .containsExactly(
            "line 1, column 21: loadBalancer.vpc: There is no VPC \"nowhere\" in us-west-2.",
            "access.ingressCidrs[0]: The public address of this machine could not be found out."
                + " Write it as a network, such as 203.0.113.7/32.");
  }

  @Test
  void an_account_that_cannot_be_read_is_no_problem_of_the_spec() {
    CatalogFailure failure = new CatalogFailure.Throttled("ec2:DescribeVpcs");
    catalog.failure = Optional.of(failure);

    assertThat(resolver().resolve(SpecDraft.smallest()))
        .isEqualTo(new SpecAnswer.Unreadable<>(failure));
    assertThat(resolver().checkNames(Samples.spec(), SpecPositions.NONE, Samples.NAME))
        .isEqualTo(new SpecAnswer.Unreadable<>(failure));
  }

  @Test
  void taken_names_are_told() {
    standing(Map.of());
    catalog.targetGroups.add("ai-inference-tg");

    assertThat(problemsOf(resolver().checkNames(Samples.spec(), SpecPositions.NONE, Samples.NAME)))
        .containsExactly(
            "loadBalancer.name: A load balancer named \"ai-inference-lb\" is already in the region."
                + " Choose another name.",
            "targetGroups[0].name: A target group named \"ai-inference-tg\" is already in the"
                + " region. Choose another name.");
  }

  @Test
  void what_the_same_environment_left_behind_takes_no_name() {
    standing(Map.of("portico:environment", Samples.NAME.value()));
    catalog.targetGroups.add("ai-inference-tg");

    assertThat(problemsOf(resolver().checkNames(Samples.spec(), SpecPositions.NONE, Samples.NAME)))
        .isEmpty();
  }

  private void standing(Map<String, String> tags) {
    catalog.loadBalancers.put(
        "ai-inference-lb",
        new LoadBalancerState(
            Samples.LOAD_BALANCER_ARN, "ai-inference-lb", "dns", "active", VPC, tags));
  }

  private static final String CERTIFICATE =
      "arn:aws:acm:us-west-2:000000000000:certificate/0f0e0d0c-0000-4000-8000-000000000001";

  private void certificate(String arn, String domain, String status) {
    catalog.certificates.add(
        new Certificate(arn, domain, List.of(domain), status, Optional.empty()));
  }

  private SpecAnswer<EnvironmentSpec> https(String domain) {
    return resolve("listeners: [{port: 443, certificate: " + domain + "}]");
  }

  @Test
  void a_certificate_is_found_by_its_domain() {
    certificate(CERTIFICATE, "api.example.com", "ISSUED");

    assertThat(specOf(https("API.example.com")).listeners().getFirst().tls())
        .contains(new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", CERTIFICATE, List.of()));
  }

  @Test
  void a_wildcard_covers_one_label_and_stands_back_behind_the_name_itself() {
    certificate(CERTIFICATE, "*.example.com", "ISSUED");
    certificate(CERTIFICATE.replace("01", "02"), "chat.example.com", "ISSUED");

    assertThat(specOf(https("api.example.com")).listeners().getFirst().tls().orElseThrow())
        .extracting(TlsSpec::certificateArn)
        .isEqualTo(CERTIFICATE);
    assertThat(specOf(https("chat.example.com")).listeners().getFirst().tls().orElseThrow())
        .extracting(TlsSpec::certificateArn)
        .isEqualTo(CERTIFICATE.replace("01", "02"));
    assertThat(problemsOf(https("a.b.example.com")))
        .containsExactly(
            "line 1, column 38: listeners[0].certificate: There is no issued certificate for"
                + " \"a.b.example.com\" in us-west-2.");
  }

  @Test
  void a_certificate_that_is_not_issued_is_told_with_its_state() {
    certificate(CERTIFICATE, "api.example.com", "PENDING_VALIDATION");

    assertThat(problemsOf(https("api.example.com")))
        .containsExactly(
            "line 1, column 38: listeners[0].certificate: The certificate for"
                + " \"api.example.com\" cannot be used: its state is PENDING_VALIDATION, not"
                + " ISSUED.");
  }

  @Test
  void two_certificates_for_one_domain_need_the_arn() {
    certificate(CERTIFICATE, "api.example.com", "ISSUED");
    certificate(CERTIFICATE.replace("01", "02"), "api.example.com", "ISSUED");

    assertThat(problemsOf(https("api.example.com")))
        .singleElement()
        .asString()
        .endsWith("Give the ARN.");
  }

  @Test
  void auto_means_the_security_groups_of_the_chosen_instances() {
    EnvironmentSpec spec =
        specOf(
            resolve(
                """
                targetGroups: [{port: 8000, targets: [{name: llama-70b-1}, {name: llama-70b-2}]}]
                access: {ingressCidrs: my-address, targetSecurityGroupIds: auto}
                """));

    assertThat(spec.access().targetSecurityGroupIds()).containsExactly("sg-0aa11bb22cc33dd44");
  }

  @Test
  void addresses_are_not_looked_up() {
    specOf(resolve("targetGroups: [{targetType: ip, port: 8000, targets: [{ip: 10.0.0.7}]}]"));

    assertThat(catalog.calls).doesNotContain("instances", "certificates");
  }
}
