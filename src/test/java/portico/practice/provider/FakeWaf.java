package portico.practice.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.AssociateWebAclRequest;
import software.amazon.awssdk.services.wafv2.model.AssociateWebAclResponse;
import software.amazon.awssdk.services.wafv2.model.DisassociateWebAclRequest;
import software.amazon.awssdk.services.wafv2.model.DisassociateWebAclResponse;
import software.amazon.awssdk.services.wafv2.model.GetWebAclForResourceRequest;
import software.amazon.awssdk.services.wafv2.model.GetWebAclForResourceResponse;

/** Ties between resources and web ACLs in memory. */
final class FakeWaf implements Wafv2Client {
  /** Web ACL of each resource. */
  final Map<String, String> ties = new LinkedHashMap<>();

  /** How often it does not know the resource yet. */
  int unaware;

  @Override
  public synchronized AssociateWebAclResponse associateWebACL(AssociateWebAclRequest request) {
    if (unaware-- > 0) {
      throw FakeElb.refusal(
          "WAFUnavailableEntityException", "AWS WAF couldn't retrieve the resource. Retry.");
    }
    ties.put(request.resourceArn(), request.webACLArn());
    return AssociateWebAclResponse.builder().build();
  }

  @Override
  public synchronized DisassociateWebAclResponse disassociateWebACL(
      DisassociateWebAclRequest request) {
    ties.remove(request.resourceArn());
    return DisassociateWebAclResponse.builder().build();
  }

  @Override
  public synchronized GetWebAclForResourceResponse getWebACLForResource(
      GetWebAclForResourceRequest request) {
    String acl = ties.get(request.resourceArn());
    return acl == null
        ? GetWebAclForResourceResponse.builder().build()
        : GetWebAclForResourceResponse.builder().webACL(web -> web.arn(acl)).build();
  }

  @Override
  public String serviceName() {
    return "wafv2";
  }

  @Override
  public void close() {}
}
