package portico.program;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.program.WholeDeclared.LISTENER;
import static portico.program.WholeDeclared.RULE;
import static portico.program.WholeDeclared.WHOLE;
import static portico.program.WholeDeclared.named;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import portico.program.RecordedResources.Declared;

/** Listeners and rules of a spec that uses everything. */
class WholeRoutingTest {
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
}
