package portico.practice.provider;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.wafv2.model.GetWebAclForResourceResponse;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/**
 * The tie between a load balancer and the web ACL that inspects its requests. Its id is {@code <web
 * ACL>,<load balancer>}, both ARNs.
 */
final class WebAclAssociationType implements ResourceKind {
  private static final String TOKEN = "aws:wafv2/webAclAssociation:WebAclAssociation";
  private static final String RESOURCE = "resourceArn";
  private static final String ACL = "webAclArn";
  private static final String SEPARATOR = ",";
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
    return new ArnPair(acl, SEPARATOR, resource).id();
  }

  @Override
  public Optional<Snapshot> read(String id, PropertyMap hint, Call call) {
    ArnPair pair = pair(id);
    return associated(pair.second(), call)
        .filter(pair.first()::equals)
        .map(
            acl ->
                new Snapshot(
                    id,
                    PropertyMap.EMPTY
                        .with(RESOURCE, PropertyValue.of(pair.second()))
                        .with(ACL, PropertyValue.of(acl))));
  }

  /** What somebody else has tied meanwhile stays. */
  @Override
  public void delete(String id, PropertyMap state, Call call) {
    ArnPair pair = pair(id);
    if (associated(pair.second(), call).equals(Optional.of(pair.first()))) {
      CallFailed.find(
          "DisassociateWebACL",
          ABSENT,
          () -> call.waf().disassociateWebACL(request -> request.resourceArn(pair.second())));
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

  private static ArnPair pair(String id) {
    return ArnPair.parse(id, SEPARATOR, "a web ACL association, <web ACL ARN>,<resource ARN>");
  }
}
