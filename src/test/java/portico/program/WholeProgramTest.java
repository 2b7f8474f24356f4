package portico.program;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.program.WholeDeclared.ATTACHMENT;
import static portico.program.WholeDeclared.GROUP;
import static portico.program.WholeDeclared.RECORD;
import static portico.program.WholeDeclared.WHOLE;
import static portico.program.WholeDeclared.named;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Every feature of a spec, as the program asks the engine for it. */
class WholeProgramTest {
  @Test
  void the_load_balancer_has_all_attributes() {
    assertThat(WHOLE.only("aws:lb/loadBalancer:LoadBalancer").inputs())
        .containsEntry("ipAddressType", "dualstack")
        .containsEntry("ipamPools", Map.of("ipv4IpamPoolId", "ipam-pool-0123456789abcdef0"))
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
  void each_own_name_leads_to_the_load_balancer_by_ipv4_and_ipv6() {
    for (String name : List.of("api.example.com", "*.example.com")) {
      for (String type : List.of("A", "AAAA")) {
        assertThat(named(RECORD, WholeSpec.ZONE + "-" + name + "-" + type).inputs())
            .isEqualTo(
                Map.of(
                    "zoneId",
                    WholeSpec.ZONE,
                    "name",
                    name,
                    "type",
                    type,
                    "aliases",
                    List.of(
                        Map.of(
                            "name",
                            "lb.elb.example",
                            "zoneId",
                            "zone-of-lb",
                            "evaluateTargetHealth",
                            true))));
      }
    }
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
}
