package portico.practice.aws.state;

import java.util.List;

/**
 * A web ACL of AWS WAF for regional resources, which allows what its rules do not block.
 *
 * @param managedRules names of the AWS managed rule groups it uses
 */
public record WebAcl(
    String arn, String name, String id, String description, List<String> managedRules) {}
