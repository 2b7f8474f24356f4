package portico.practice.aws.wafv2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Service;
import portico.practice.aws.state.WebAcl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated AWS WAF (docs.aws.amazon.com/waf/latest/APIReference): web ACLs can be looked at
 * and associated with load balancers; what they would block is not simulated.
 */
public final class Waf {
  private static final String INVALID = "WAFInvalidParameterException";
  private static final int MOST_PER_PAGE = 100;

  private Waf() {}

  /** The service with its operations. */
  public static Service service() {
    return new Service.Json(
        Map.of(
            "ListWebACLs", Waf::list,
            "GetWebACL", Waf::get,
            "AssociateWebACL", Waf::associate,
            "DisassociateWebACL", Waf::disassociate,
            "GetWebACLForResource", Waf::forResource,
            "ListResourcesForWebACL", Waf::resources));
  }

  private static ObjectNode list(Call call, JsonNode request) {
    boolean regional = scope(request).equals("REGIONAL");
    int size = request.path("Limit").asInt(MOST_PER_PAGE);
    if (size < 1 || size > MOST_PER_PAGE) {
      throw invalid("Limit must be between 1 and 100", "PAGE_SIZE", String.valueOf(size));
    }
    List<WebAcl> all = regional ? List.copyOf(call.state().webAcls().values()) : List.of();
    Pages<WebAcl> page = Pages.of(all, size, text(request, "NextMarker"), INVALID);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode summaries = answer.putArray("WebACLs");
    page.items().forEach(each -> summarise(each, summaries.addObject()));
    page.next().ifPresent(next -> answer.put("NextMarker", next));
    return answer;
  }

  private static void summarise(WebAcl acl, ObjectNode node) {
    node.put("Name", acl.name())
        .put("Id", acl.id())
        .put("Description", acl.description())
        .put("LockToken", lockToken(acl))
        .put("ARN", acl.arn());
  }

  private static ObjectNode get(Call call, JsonNode request) {
    Optional<String> arn = text(request, "ARN");
    WebAcl acl = arn.isPresent() ? find(call, arn.get()) : byName(call, request);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    describe(acl, answer.putObject("WebACL"));
    answer.put("LockToken", lockToken(acl));
    return answer;
  }

  private static WebAcl byName(Call call, JsonNode request) {
    boolean regional = scope(request).equals("REGIONAL");
    String name = required(request, "Name");
    String id = required(request, "Id");
    return call.state().webAcls().values().stream()
        .filter(each -> regional && each.name().equals(name) && each.id().equals(id))
        .findFirst()
        .orElseThrow(Waf::missing);
  }

  private static void describe(WebAcl acl, ObjectNode node) {
    node.put("Name", acl.name())
        .put("Id", acl.id())
        .put("ARN", acl.arn())
        .put("Description", acl.description())
        .put("Capacity", 700L * acl.managedRules().size())
        .put("ManagedByFirewallManager", false)
        .put("LabelNamespace", "awswaf:123456789012:webacl:" + acl.name() + ":");
    node.putObject("DefaultAction").putObject("Allow");
    visibility(acl.name(), node);
    ArrayNode rules = node.putArray("Rules");
    for (int i = 0; i < acl.managedRules().size(); i++) {
      String group = acl.managedRules().get(i);
      ObjectNode rule = rules.addObject().put("Name", group).put("Priority", i);
      rule.putObject("Statement")
          .putObject("ManagedRuleGroupStatement")
          .put("VendorName", "AWS")
          .put("Name", group);
      rule.putObject("OverrideAction").putObject("None");
      visibility(group, rule);
    }
  }

  private static void visibility(String metric, ObjectNode node) {
    node.putObject("VisibilityConfig")
        .put("SampledRequestsEnabled", true)
        .put("CloudWatchMetricsEnabled", true)
        .put("MetricName", metric);
  }

  /** A resource has one web ACL: another association takes the place of the first. */
  private static ObjectNode associate(Call call, JsonNode request) {
    WebAcl acl = find(call, required(request, "WebACLArn"));
    call.state().webAclAssociations().put(resource(call, request), acl.arn());
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode disassociate(Call call, JsonNode request) {
    call.state().webAclAssociations().remove(resource(call, request));
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode forResource(Call call, JsonNode request) {
    String resource = resource(call, request);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    Optional.ofNullable(call.state().webAclAssociations().get(resource))
        .ifPresent(arn -> describe(find(call, arn), answer.putObject("WebACL")));
    return answer;
  }

  private static ObjectNode resources(Call call, JsonNode request) {
    WebAcl acl = find(call, required(request, "WebACLArn"));
    String type = text(request, "ResourceType").orElse("APPLICATION_LOAD_BALANCER");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode arns = answer.putArray("ResourceArns");
    if (type.equals("APPLICATION_LOAD_BALANCER")) {
      call.state()
          .webAclAssociations()
          .forEach(
              (resource, used) -> {
                if (used.equals(acl.arn())) {
                  arns.add(resource);
                }
              });
    }
    return answer;
  }

  private static WebAcl find(Call call, String arn) {
    if (!arn.matches("arn:aws[a-z-]*:wafv2:[a-z0-9-]+:\\d{12}:(regional|global)/webacl/.+/.+")) {
      throw badArn("WEB_ACL_ARN", arn);
    }
    return Optional.ofNullable(call.state().webAcls().get(arn)).orElseThrow(Waf::missing);
  }

  private static String resource(Call call, JsonNode request) {
    String arn = required(request, "ResourceArn");
    if (!arn.matches(
        "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/app/.+")) {
      throw badArn("RESOURCE_ARN", arn);
    }
    if (!call.state().loadBalancers().containsKey(arn)) {
      throw missing();
    }
    return arn;
  }

  private static String scope(JsonNode request) {
    String scope = required(request, "Scope");
    if (!List.of("REGIONAL", "CLOUDFRONT").contains(scope)) {
      throw invalid("The scope is not valid", "SCOPE_VALUE", scope);
    }
    return scope;
  }

  private static String lockToken(WebAcl acl) {
    return new StringBuilder(acl.id()).reverse().toString().replaceAll("[^0-9a-f-]", "0");
  }

  private static Optional<String> text(JsonNode request, String name) {
    JsonNode node = request.path(name);
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static String required(JsonNode request, String name) {
    return text(request, name)
        .filter(each -> !each.isEmpty())
        .orElseThrow(() -> invalid("The parameter must be specified", "", name));
  }

  private static AwsException missing() {
    return new AwsException(
        "WAFNonexistentItemException",
        "AWS WAF couldn\u2019t perform the operation because your resource doesn\u2019t exist.");
  }

  private static AwsException badArn(String field, String arn) {
    return invalid(
        "The ARN isn't valid. A valid ARN begins with arn: and includes other information separated"
            + " by colons or slashes.",
        field,
        arn);
  }

  private static AwsException invalid(String reason, String field, String parameter) {
    return new AwsException(
        INVALID, "Error reason: %s, field: %s, parameter: %s".formatted(reason, field, parameter));
  }
}
