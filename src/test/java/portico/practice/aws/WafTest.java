package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Web ACLs, and load balancers guarded by one. */
class WafTest {
  @TempDir private Path folder;
  private Simulation simulation;
  private SignedHttp http;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
    http = new SignedHttp(simulation.aws.endpoint());
  }

  @AfterEach
  void stop() {
    http.close();
    simulation.close();
  }

  private SignedHttp.Answer call(String action, String body) {
    return http.json("wafv2", "AWSWAF_20190729." + action, body);
  }

  private JsonNode acl(int place) {
    return call("ListWebACLs", "{'Scope':'REGIONAL'}").json().path("WebACLs").path(place);
  }

  private SignedHttp.Answer associate(String acl, String resource) {
    return call(
        "AssociateWebACL", "{'WebACLArn':'%s','ResourceArn':'%s'}".formatted(acl, resource));
  }

  private SignedHttp.Answer of(String resource) {
    return call("GetWebACLForResource", "{'ResourceArn':'%s'}".formatted(resource));
  }

  @Test
  void there_are_two_regional_acls_and_none_for_cloudfront() {
    assertThat(call("ListWebACLs", "{'Scope':'REGIONAL'}").json().path("WebACLs")).hasSize(2);
    assertThat(call("ListWebACLs", "{'Scope':'CLOUDFRONT'}").json().path("WebACLs")).isEmpty();
    assertThat(call("ListWebACLs", "{'Scope':'WORLD'}").error())
        .contains("WAFInvalidParameterException");
  }

  @Test
  void acls_come_in_pages_of_1_to_100() {
    JsonNode first = call("ListWebACLs", "{'Scope':'REGIONAL','Limit':1}").json();
    String next = first.path("NextMarker").asString("");
    JsonNode second =
        call("ListWebACLs", "{'Scope':'REGIONAL','Limit':1,'NextMarker':'%s'}".formatted(next))
            .json();

    assertThat(second.path("WebACLs").path(0).path("Name"))
        .isNotEqualTo(first.path("WebACLs").path(0).path("Name"));
    assertThat(second.has("NextMarker")).isFalse();
    assertThat(call("ListWebACLs", "{'Scope':'REGIONAL','Limit':101}").error())
        .contains("WAFInvalidParameterException");
  }

  @Test
  void an_acl_is_found_by_name_and_id_or_by_arn() {
    JsonNode listed = acl(0);
    String byName =
        "{'Scope':'REGIONAL','Name':'%s','Id':'%s'}"
            .formatted(listed.path("Name").asString(""), listed.path("Id").asString(""));
    String byArn = "{'ARN':'%s'}".formatted(listed.path("ARN").asString(""));

    assertThat(call("GetWebACL", byName).json()).isEqualTo(call("GetWebACL", byArn).json());
    assertThat(call("GetWebACL", byArn).json().path("WebACL").path("Rules")).isNotEmpty();
    assertThat(call("GetWebACL", byName.replace("'Name':'", "'Name':'x")).error())
        .contains("WAFNonexistentItemException");
  }

  @Test
  void a_load_balancer_has_one_acl_until_it_is_taken_away() {
    String resource = simulation.balancer("demo", _ -> {}).loadBalancerArn();
    assertThat(of(resource).json().has("WebACL")).isFalse();

    associate(acl(0).path("ARN").asString(""), resource);
    associate(acl(1).path("ARN").asString(""), resource);
    assertThat(of(resource).json().path("WebACL").path("Name")).isEqualTo(acl(1).path("Name"));
    assertThat(
            call(
                    "ListResourcesForWebACL",
                    "{'WebACLArn':'%s'}".formatted(acl(1).path("ARN").asString("")))
                .json()
                .path("ResourceArns")
                .path(0)
                .asString(""))
        .isEqualTo(resource);

    assertThat(call("DisassociateWebACL", "{'ResourceArn':'%s'}".formatted(resource)).status())
        .isEqualTo(200);
    assertThat(of(resource).json().has("WebACL")).isFalse();
  }

  @Test
  void what_does_not_exist_or_is_no_load_balancer_is_refused() {
    String resource = simulation.balancer("demo", _ -> {}).loadBalancerArn();
    String acl = acl(0).path("ARN").asString("");

    assertThat(associate(acl, resource + "0").error()).contains("WAFNonexistentItemException");
    assertThat(associate(acl + "0", resource).error()).contains("WAFNonexistentItemException");
    assertThat(associate(acl, "demo").error()).contains("WAFInvalidParameterException");
    assertThat(of("demo").error()).contains("WAFInvalidParameterException");
  }

  @Test
  void an_association_goes_with_its_load_balancer() {
    String resource = simulation.balancer("demo", _ -> {}).loadBalancerArn();
    associate(acl(0).path("ARN").asString(""), resource);
    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(resource));

    assertThat(of(resource).error()).contains("WAFNonexistentItemException");
    assertThat(
            call(
                    "ListResourcesForWebACL",
                    "{'WebACLArn':'%s'}".formatted(acl(0).path("ARN").asString("")))
                .json()
                .path("ResourceArns"))
        .isEmpty();
  }
}
