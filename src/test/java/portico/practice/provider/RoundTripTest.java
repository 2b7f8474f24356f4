package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static portico.practice.provider.ProviderCaller.ATTACHMENT;
import static portico.practice.provider.ProviderCaller.CERTIFICATE;
import static portico.practice.provider.ProviderCaller.EGRESS;
import static portico.practice.provider.ProviderCaller.INGRESS;
import static portico.practice.provider.ProviderCaller.LISTENER;
import static portico.practice.provider.ProviderCaller.LOAD_BALANCER;
import static portico.practice.provider.ProviderCaller.RULE;
import static portico.practice.provider.ProviderCaller.SECURITY_GROUP;
import static portico.practice.provider.ProviderCaller.TARGET_GROUP;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;

/** Each type against a mock of AWS: made, read, compared, changed, imported, deleted. */
@Tag("moto")
class RoundTripTest extends RoundTripScene {
  @Test
  void a_target_group_with_every_setting() {
    PropertyMap health =
        PropertyMap.EMPTY
            .with("path", PropertyValue.of("/health"))
            .with("matcher", PropertyValue.of("200-299"))
            .with("interval", PropertyValue.of(15))
            .with("timeout", PropertyValue.of(10))
            .with("port", PropertyValue.of("8001"));
    PropertyMap sticky =
        PropertyMap.EMPTY
            .with("type", PropertyValue.of("app_cookie"))
            .with("cookieName", PropertyValue.of("session"));
    PropertyMap inputs =
        groupInputs("every")
            .with("healthCheck", health)
            .with("stickiness", sticky)
            .with("deregistrationDelay", PropertyValue.of(60))
            .with("loadBalancingAlgorithmType", PropertyValue.of("least_outstanding_requests"));

    PropertyMap changed =
        health.with("path", PropertyValue.of("/ready")).with("interval", PropertyValue.of(30));
    lifeOf(
        TARGET_GROUP,
        inputs,
        inputs.with("healthCheck", changed).with("deregistrationDelay", PropertyValue.of(30)));
  }

  @Test
  void a_security_group_with_rules_of_its_own() {
    PropertyMap web =
        inline("tcp", 80, 80, "cidrBlocks", "10.0.0.0/8", "192.168.0.0/16")
            .with("description", PropertyValue.of("web"));
    PropertyMap all = inline("-1", 0, 0, "cidrBlocks", "0.0.0.0/0");
    PropertyMap self = inline("tcp", 22, 22, "cidrBlocks").with("self", PropertyValue.of(true));
    PropertyMap inputs =
        securityGroup().with("ingress", items(web, self)).with("egress", items(all));

    lifeOf(
        SECURITY_GROUP,
        inputs,
        inputs.with("ingress", items(web)).with("tags", PropertyMap.ofTexts(Map.of("a", "b"))));
  }

  @Test
  void a_new_security_group_lets_nothing_out() {
    PropertyMap inputs = caller.checked(SECURITY_GROUP, securityGroup());
    CreateResponse group = caller.create(SECURITY_GROUP, inputs);

    assertThat(Wire.decode(group.getProperties()).maps("egress")).isEmpty();
    caller.delete(SECURITY_GROUP, group.getId(), inputs);
  }

  @Test
  void single_rules_of_a_security_group() {
    String group =
        caller.create(SECURITY_GROUP, caller.checked(SECURITY_GROUP, securityGroup())).getId();
    PropertyMap in =
        Inputs.ingress()
            .with("securityGroupId", PropertyValue.of(group))
            .with("tags", PropertyMap.ofTexts(Inputs.OWNER));
    PropertyMap out =
        PropertyMap.EMPTY
            .with("securityGroupId", PropertyValue.of(group))
            .with("ipProtocol", PropertyValue.of("-1"))
            .with("referencedSecurityGroupId", PropertyValue.of(group));

    lifeOf(
        INGRESS,
        in,
        in.with("cidrIpv4", PropertyValue.of("203.0.113.8/32"))
            .with("tags", PropertyMap.ofTexts(Map.of("x", "y"))));
    lifeOf(EGRESS, out, out.with("tags", PropertyMap.ofTexts(Map.of("x", "y"))));
    caller.delete(SECURITY_GROUP, group, PropertyMap.EMPTY);
  }

  @Test
  void a_rule_that_an_interrupted_run_made_is_taken_over() {
    String group =
        caller.create(SECURITY_GROUP, caller.checked(SECURITY_GROUP, securityGroup())).getId();
    PropertyMap inputs =
        caller.checked(
            INGRESS,
            Inputs.ingress()
                .with("securityGroupId", PropertyValue.of(group))
                .with("tags", PropertyMap.ofTexts(Inputs.OWNER)));

    String id = caller.create(INGRESS, inputs).getId();

    assertThat(caller.create(INGRESS, inputs).getId()).isEqualTo(id);
    assertThat(catchThrowable(() -> caller.create(INGRESS, inputs.without("tags"))))
        .hasMessageContaining("was not made by this environment");
  }

  @Test
  void a_load_balancer_with_all_that_belongs_to_it() {
    PropertyMap balancer = balancerInputs("front");
    PropertyMap made = create(LOAD_BALANCER, balancer);
    PropertyMap group =
        create(TARGET_GROUP, groupInputs("service").with("targetType", PropertyValue.of("ip")));
    String groupArn = group.text("arn").orElseThrow();
    PropertyMap tls =
        PropertyMap.EMPTY
            .with("loadBalancerArn", made.get("arn").orElseThrow())
            .with("port", PropertyValue.of(443))
            .with("protocol", PropertyValue.of("HTTPS"))
            .with("certificateArn", PropertyValue.of(moto.certificate("one.example.org")))
            .with("sslPolicy", PropertyValue.of("ELBSecurityPolicy-TLS13-1-2-2021-06"))
            .with("tags", PropertyMap.ofTexts(Inputs.OWNER))
            .with("defaultActions", items(Inputs.forward(groupArn)));
    PropertyMap listener = create(LISTENER, tls);

    lifeOf(LISTENER, redirect(made), redirect(made).with("port", PropertyValue.of(8080)));
    lifeOf(
        RULE,
        rule(listener, groupArn, "/a/*"),
        rule(listener, groupArn, "/b/*").with("priority", PropertyValue.of(7)));
    lifeOf(
        CERTIFICATE,
        PropertyMap.EMPTY
            .with("listenerArn", listener.get("arn").orElseThrow())
            .with("certificateArn", PropertyValue.of(moto.certificate("two.example.org"))));
    lifeOf(
        ATTACHMENT,
        PropertyMap.EMPTY
            .with("targetGroupArn", PropertyValue.of(groupArn))
            .with("targetId", PropertyValue.of("172.31.0.10"))
            .with("port", PropertyValue.of(8000)));

    caller.configure(PropertyMap.EMPTY);
    caller.delete(LISTENER, listener.text("arn").orElseThrow(), listener);
    caller.delete(TARGET_GROUP, groupArn, group);
    lifeOf(LOAD_BALANCER, balancer, balancer.with("idleTimeout", PropertyValue.of(900)));
  }

  @Test
  void a_listener_on_a_port_of_our_own_load_balancer_is_taken_over() {
    PropertyMap balancer = create(LOAD_BALANCER, balancerInputs("taken"));
    PropertyMap first = create(LISTENER, redirect(balancer));

    PropertyMap second = create(LISTENER, redirect(balancer));

    assertThat(second.text("arn")).isEqualTo(first.text("arn"));
    caller.configure(PropertyMap.EMPTY);
    caller.delete(LOAD_BALANCER, balancer.text("arn").orElseThrow(), balancer);
  }

  @Test
  void rules_without_a_priority_go_behind_each_other() {
    PropertyMap balancer = create(LOAD_BALANCER, balancerInputs("ordered"));
    PropertyMap group = create(TARGET_GROUP, groupInputs("ordered"));
    PropertyMap listener = create(LISTENER, redirect(balancer));
    String groupArn = group.text("arn").orElseThrow();

    assertThat(create(RULE, rule(listener, groupArn, "/a/*")).integer("priority")).contains(1);
    assertThat(create(RULE, rule(listener, groupArn, "/b/*")).integer("priority")).contains(2);
    caller.delete(LOAD_BALANCER, balancer.text("arn").orElseThrow(), balancer);
    caller.delete(TARGET_GROUP, groupArn, group);
  }
}
