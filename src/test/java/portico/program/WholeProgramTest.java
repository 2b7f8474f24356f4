package portico.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.IpTarget;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.program.RecordedResources.Declared;

/** Every feature of a spec, as the program asks the engine for it. */
class WholeProgramTest {
  private static final String RULE = "aws:lb/listenerRule:ListenerRule";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String GROUP = "aws:lb/targetGroup:TargetGroup";
  private static final String ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  private static final String TARGETS = "sg-0123456789abcdef0";

  private static final RecordedResources WHOLE = RecordedResources.of(WholeSpec.spec());

  private static Declared named(String type, String name) {
    return WHOLE.named(type, name);
  }

  @Test
  void the_load_balancer_has_all_attributes() {
    assertThat(WHOLE.only("aws:lb/loadBalancer:LoadBalancer").inputs())
        .containsEntry("ipAddressType", "dualstack")
        .containsEntry("idleTimeout", 600.0)
        .containsEntry("clientKeepAlive", 7200.0)
        .containsEntry("enableHttp2", false)
        .containsEntry("enableDeletionProtection", true)
        .containsEntry("dropInvalidHeaderFields", true)
        .containsEntry("accessLogs", Map.of("bucket", "logs", "enabled", true, "prefix", "alb"))
        .containsEntry("connectionLogs", Map.of("bucket", "", "enabled", false))
        .containsEntry("securityGroups", List.of("id-of-lb-sg", "sg-0fedcba9876543210"));
  }

  @Test
  void a_web_acl_is_tied_to_the_load_balancer_and_replaced_after_it_is_untied() {
    assertThat(WHOLE.only("aws:wafv2/webAclAssociation:WebAclAssociation").inputs())
        .isEqualTo(Map.of("resourceArn", "arn:lb", "webAclArn", WholeSpec.WEB_ACL));
  }

  @Test
  void instances_can_be_checked_on_another_port_and_keep_their_clients() {
    assertThat(named(GROUP, "chat").inputs())
        .containsEntry("targetType", "instance")
        .containsEntry("protocol", "HTTPS")
        .containsEntry("protocolVersion", "HTTP2")
        .containsEntry("port", 8000.0)
        .containsEntry("deregistrationDelay", 120.0)
        .containsEntry("slowStart", 0.0)
        .containsEntry("loadBalancingAlgorithmType", "least_outstanding_requests")
        .containsEntry("loadBalancingAnomalyMitigation", "off")
        .containsEntry(
            "stickiness",
            Map.of(
                "type",
                "app_cookie",
                "enabled",
                true,
                "cookieName",
                "session",
                "cookieDuration",
                3600.0))
        .containsEntry(
            "healthCheck",
            Map.of(
                "enabled",
                true,
                "protocol",
                "HTTP",
                "port",
                "9000",
                "path",
                "/health",
                "interval",
                20.0,
                "timeout",
                10.0,
                "healthyThreshold",
                2.0,
                "unhealthyThreshold",
                3.0,
                "matcher",
                "200-204"));
  }

  @Test
  void addresses_are_registered_with_their_zone() {
    assertThat(named(GROUP, "embeddings").inputs())
        .containsEntry("targetType", "ip")
        .containsEntry("loadBalancingAlgorithmType", "weighted_random")
        .containsEntry("loadBalancingAnomalyMitigation", "on")
        .containsEntry(
            "stickiness", Map.of("type", "lb_cookie", "enabled", true, "cookieDuration", 60.0));
    assertThat(named(ATTACHMENT, "embeddings-172.31.0.10-8080").inputs())
        .isEqualTo(
            Map.of("targetGroupArn", "arn:embeddings", "targetId", "172.31.0.10", "port", 8080.0));
    assertThat(named(ATTACHMENT, "embeddings-10.9.0.10-8081").inputs())
        .containsEntry("availabilityZone", "all")
        .containsEntry("port", 8081.0);
  }

  @Test
  void a_function_group_has_nothing_that_aws_refuses_there() {
    assertThat(named(GROUP, "answer").inputs())
        .containsOnlyKeys("name", "targetType", "healthCheck", "tags")
        .containsEntry("targetType", "lambda");
    assertThat(named(GROUP, "answer").input("healthCheck"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("enabled", false)
        .doesNotContainKeys("port", "protocol");
  }

  @Test
  void the_balancer_may_call_the_function_before_it_is_registered() {
    assertThat(WHOLE.only("aws:lambda/permission:Permission").inputs())
        .isEqualTo(
            Map.of(
                "statementId", "portico-answer",
                "action", "lambda:InvokeFunction",
                "principal", "elasticloadbalancing.amazonaws.com",
                "function", WholeSpec.FUNCTION,
                "sourceArn", "arn:answer"));
    assertThat(named(ATTACHMENT, "answer-lambda").inputs())
        .isEqualTo(Map.of("targetGroupArn", "arn:answer", "targetId", WholeSpec.FUNCTION));
    assertThat(WHOLE.order("aws:lambda/permission:Permission", "answer-lambda"))
        .isLessThan(WHOLE.order(ATTACHMENT, "answer-lambda"));
  }

  @Test
  void http_is_sent_to_https() {
    assertThat(named(LISTENER, "plain").input("defaultActions"))
        .isEqualTo(
            List.of(
                Map.of(
                    "type",
                    "redirect",
                    "redirect",
                    Map.of("statusCode", "HTTP_301", "protocol", "HTTPS", "port", "443"))));
  }

  @Test
  void an_https_listener_has_policy_and_certificates() {
    assertThat(named(LISTENER, "secure").inputs())
        .containsEntry("protocol", "HTTPS")
        .containsEntry("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06")
        .containsEntry("certificateArn", WholeSpec.CERTIFICATE)
        .containsEntry(
            "defaultActions",
            List.of(
                Map.of(
                    "type",
                    "fixed-response",
                    "fixedResponse",
                    Map.of(
                        "statusCode", "404",
                        "contentType", "text/plain",
                        "messageBody", "no such model"))));
    assertThat(WHOLE.only("aws:lb/listenerCertificate:ListenerCertificate").inputs())
        .isEqualTo(Map.of("listenerArn", "arn:secure", "certificateArn", WholeSpec.FURTHER));
  }

  @Test
  void a_rule_is_known_by_listener_and_priority() {
    assertThat(WHOLE.ofType(RULE))
        .extracting(Declared::name)
        .containsExactlyInAnyOrder(
            "secure-rule-10", "secure-rule-20", "secure-rule-30", "secure-rule-40");
    assertThat(named(RULE, "secure-rule-10").input("tags"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("Name", "chat");
    assertThat(named(RULE, "secure-rule-20").input("tags"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("Name", "secure-rule-20");
  }

  @Test
  void a_rule_forwards_by_weights_and_asks_for_the_key() {
    Declared rule = named(RULE, "secure-rule-10");

    assertThat(rule.inputs()).containsEntry("listenerArn", "arn:secure");
    assertThat(rule.input("actions"))
        .isEqualTo(
            List.of(
                Map.of(
                    "type",
                    "forward",
                    "forward",
                    Map.of(
                        "targetGroups",
                        List.of(
                            Map.of("arn", "arn:chat", "weight", 90.0),
                            Map.of("arn", "arn:embeddings", "weight", 10.0)),
                        "stickiness",
                        Map.of("enabled", true, "duration", 600.0)))));
    assertThat(rule.input("conditions"))
        .isEqualTo(
            List.of(
                Map.of("pathPattern", Map.of("values", List.of("/v1/chat/*"))),
                Map.of(
                    "httpHeader",
                    Map.of(
                        "httpHeaderName",
                        "Authorization",
                        "values",
                        List.of("Bearer key-of-team")))));
  }

  @Test
  void every_condition_is_asked_for() {
    assertThat(named(RULE, "secure-rule-20").input("conditions"))
        .isEqualTo(
            List.of(
                Map.of("hostHeader", Map.of("values", List.of("api.example.com"))),
                Map.of("httpHeader", Map.of("httpHeaderName", "X-Model", "values", List.of("e*"))),
                Map.of("httpRequestMethod", Map.of("values", List.of("POST")))));
    assertThat(named(RULE, "secure-rule-30").input("conditions"))
        .isEqualTo(
            List.of(
                Map.of("sourceIp", Map.of("values", List.of("10.0.0.0/8"))),
                Map.of(
                    "queryStrings",
                    List.of(Map.of("key", "model", "value", "small"), Map.of("value", "test")))));
  }

  @Test
  void a_redirect_says_only_what_changes() {
    assertThat(named(RULE, "secure-rule-40").input("actions"))
        .isEqualTo(
            List.of(
                Map.of(
                    "type",
                    "redirect",
                    "redirect",
                    Map.of(
                        "statusCode", "HTTP_302",
                        "protocol", "HTTPS",
                        "port", "8443",
                        "host", "new.example.com",
                        "path", "/new",
                        "query", ""))));
  }

  @Test
  void tags_are_the_environment_s_and_the_own_and_ownership_cannot_be_forged() {
    assertThat(WHOLE.only("aws:lb/loadBalancer:LoadBalancer").input("tags"))
        .isEqualTo(
            Map.of(
                "team", "chat",
                "cost", "gpu",
                "portico:environment", "demo",
                "portico:installation", "a1b2c3d4e5f6"));
    assertThat(named(GROUP, "chat").input("tags"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("team", "search")
        .containsEntry("model", "chat");
  }

  @Test
  void clients_come_in_by_both_kinds_of_addresses_on_both_ports() {
    assertThat(named(INGRESS, "lb-sg-in-443-203.0.113.7-32").inputs())
        .containsEntry("cidrIpv4", "203.0.113.7/32")
        .containsEntry("fromPort", 443.0);
    assertThat(named(INGRESS, "lb-sg-in-80-2001-db8---32").inputs())
        .containsEntry("cidrIpv6", "2001:db8::/32")
        .doesNotContainKey("cidrIpv4");
  }

  @Test
  void the_way_to_the_targets_is_as_narrow_as_can_be() {
    assertThat(WHOLE.ofType(EGRESS))
        .extracting(
            each ->
                each.input("fromPort")
                    + " "
                    + each.inputs().getOrDefault("cidrIpv4", "")
                    + each.inputs().getOrDefault("referencedSecurityGroupId", ""))
        .containsExactlyInAnyOrder(
            "8000.0 " + TARGETS,
            "8001.0 " + TARGETS,
            "9000.0 " + TARGETS,
            "8080.0 172.31.0.10/32",
            "8081.0 10.9.0.10/32");
  }

  @Test
  void the_targets_own_groups_let_the_balancer_in() {
    assertThat(WHOLE.ofType(INGRESS))
        .filteredOn(each -> each.input("securityGroupId").equals(TARGETS))
        .allSatisfy(
            each ->
                assertThat(each.inputs())
                    .containsEntry("referencedSecurityGroupId", "id-of-lb-sg")
                    .containsEntry(
                        "description", "Portico: from load balancer lb of environment demo"))
        .extracting(each -> each.input("fromPort"))
        .containsExactlyInAnyOrder(8000.0, 8001.0, 8080.0, 8081.0, 9000.0);
  }

  @Test
  void instances_whose_groups_are_not_named_are_reached_anywhere_on_their_port() {
    EnvironmentSpec spec = withGroups(List.of(WholeSpec.chat()), List.of());

    assertThat(RecordedResources.of(spec).ofType(EGRESS))
        .extracting(each -> each.input("fromPort") + " " + each.input("cidrIpv4"))
        .containsExactlyInAnyOrder("8000.0 0.0.0.0/0", "8001.0 0.0.0.0/0", "9000.0 0.0.0.0/0");
  }

  @Test
  void a_thousand_addresses_need_no_more_rules_than_a_security_group_takes() {
    List<IpTarget> targets =
        IntStream.range(0, 1000)
            .mapToObj(
                index ->
                    new IpTarget(
                        "10.0.%d.%d".formatted(index / 250, index % 250),
                        java.util.OptionalInt.empty(),
                        java.util.Optional.empty()))
            .toList();
    TargetGroupSpec embeddings = WholeSpec.embeddings();
    TargetGroupSpec large =
        new TargetGroupSpec(
            "embeddings",
            embeddings.targetType(),
            embeddings.protocol(),
            embeddings.protocolVersion(),
            8080,
            new HealthCheckSpec("/health", 30, 5, 2, 2),
            TargetGroupAttributes.AWS,
            List.copyOf(targets),
            Map.of());

    RecordedResources made = RecordedResources.of(withGroups(List.of(large), List.of()));

    assertThat(made.only(EGRESS).inputs())
        .containsEntry("cidrIpv4", "10.0.0.0/8")
        .containsEntry("fromPort", 8080.0);
    assertThat(made.ofType(ATTACHMENT)).hasSize(1000);
  }

  private static EnvironmentSpec withGroups(List<TargetGroupSpec> groups, List<String> targets) {
    EnvironmentSpec whole = WholeSpec.spec();
    return new EnvironmentSpec(
        whole.region(),
        whole.service(),
        whole.loadBalancer(),
        groups,
        List.of(WholeSpec.plain()),
        new AccessSpec(List.of("10.0.0.0/8"), targets),
        Map.of());
  }
}
