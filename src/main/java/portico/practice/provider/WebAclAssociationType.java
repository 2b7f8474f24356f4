package portico.practice.provider;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.wafv2.model.GetWebAclForResourceResponse;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/** The tie between a load balancer and the web ACL that inspects its requests. */
final class WebAclAssociationType implements ResourceKind {
  private static final String TOKEN = "aws:wafv2/webAclAssociation:WebAclAssociation";
  private static final String RESOURCE = "resourceArn";
  private static final String ACL = "webAclArn";
  private static final Set<String> ABSENT = Set.of("WAFNonexistentItemException");

  /** A load balancer just made is not known to AWS WAF at once. */
  private static final Set<String> NOT_YET = Set.of("WAFUnavailableEntityException");

  private static final Schema SCHEMA =
      Schema.of(
          Property.text(RESOURCE).required().replaces().rule(ValueRule.arn()),
          Property.text(ACL).required().replaces().rule(ValueRule.arn()));

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String resource = inputs.text(RESOURCE).orElseThrow();
    String acl = inputs.text(ACL).orElseThrow();
    call.patience()
        .until(
            "AWS WAF to know " + resource,
            call.limit(call.timing().inUseLimit()),
            () ->
                CallFailed.find(
                    "AssociateWebACL",
                    NOT_YET,
                    () ->
                        call.waf()
                            .associateWebACL(
                                request -> request.resourceArn(resource).webACLArn(acl))),
            () -> "AWS WAF does not know it yet");
    return acl + "," + resource;
  }

  @Override
  public Optional<Snapshot> read(String id, PropertyMap hint, Call call) {
    String resource = resource(id);
    return associated(resource, call)
        .filter(acl -> acl.equals(acl(id)))
        .map(
            acl ->
                new Snapshot(
                    id,
                    PropertyMap.EMPTY
                        .with(RESOURCE, PropertyValue.of(resource))
                        .with(ACL, PropertyValue.of(acl))));
  }

  /** What somebody else has tied meanwhile stays. */
  @Override
  public void delete(String id, PropertyMap state, Call call) {
    String resource = resource(id);
    if (associated(resource, call).equals(Optional.of(acl(id)))) {
      CallFailed.find(
          "DisassociateWebACL",
          ABSENT,
          () -> call.waf().disassociateWebACL(request -> request.resourceArn(resource)));
    }
  }

  /** A load balancer has one web ACL. */
  @Override
  public boolean collides(PropertyMap state, PropertyMap inputs) {
    return state.get(RESOURCE).equals(inputs.get(RESOURCE));
  }

  private static Optional<String> associated(String resource, Call call) {
    return CallFailed.find(
            "GetWebACLForResource",
            ABSENT,
            () -> call.waf().getWebACLForResource(request -> request.resourceArn(resource)))
        .map(GetWebAclForResourceResponse::webACL)
        .map(WebACL::arn);
  }

  private static String acl(String id) {
    return id.substring(0, separator(id));
  }

  private static String resource(String id) {
    return id.substring(separator(id) + 1);
  }

  private static int separator(String id) {
    int separator = id.indexOf(",arn:");
    if (separator < 0) {
      throw new Refusal(
          Refusal.Why.FAILED,
          "not an id of a web ACL association, <web ACL ARN>,<resource ARN>: " + id);
    }
    return separator;
  }
}
