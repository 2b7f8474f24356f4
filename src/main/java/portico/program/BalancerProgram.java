package portico.program;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerConnectionLogsArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Scheme;

/** The load balancer itself, with the web ACL that inspects its requests. */
final class BalancerProgram {
  private static final LogBucket NONE = new LogBucket("", "");

  private BalancerProgram() {}

  static LoadBalancer of(LoadBalancerSpec spec, Output<String> ownGroup, ResourceTags tags) {
    LoadBalancer made = new LoadBalancer(spec.name(), arguments(spec, ownGroup, tags));
    spec.webAclArn()
        .ifPresent(
            acl ->
                new WebAclAssociation(
                    spec.name() + "-web-acl",
                    WebAclAssociationArgs.builder().resourceArn(made.arn()).webAclArn(acl).build(),
                    // A load balancer has one: untying the old one last would untie the new one.
                    CustomResourceOptions.builder().deleteBeforeReplace(true).build()));
    return made;
  }

  private static LoadBalancerArgs arguments(
      LoadBalancerSpec spec, Output<String> ownGroup, ResourceTags tags) {
    LoadBalancerAttributes attributes = spec.attributes();
    return LoadBalancerArgs.builder()
        .name(spec.name())
        .loadBalancerType("application")
        .internal(spec.scheme() == Scheme.INTERNAL)
        .ipAddressType(spec.ipAddressType().awsName())
        .subnets(spec.subnetIds())
        .securityGroups(ownGroup.applyValue(own -> with(own, spec.securityGroupIds())))
        .idleTimeout(attributes.idleTimeoutSeconds())
        .clientKeepAlive(attributes.clientKeepAliveSeconds())
        .enableHttp2(attributes.http2())
        .enableDeletionProtection(attributes.deletionProtection())
        .dropInvalidHeaderFields(attributes.dropInvalidHeaderFields())
        .accessLogs(accessLogs(attributes))
        .connectionLogs(connectionLogs(attributes))
        .tags(tags.of(spec.tags()))
        .build();
  }

  private static List<String> with(String own, List<String> further) {
    List<String> all = new ArrayList<>();
    all.add(own);
    all.addAll(further);
    return all;
  }

  /** Off must be said: without the block the official provider leaves logs as they are. */
  private static LoadBalancerAccessLogsArgs accessLogs(LoadBalancerAttributes attributes) {
    LogBucket bucket = attributes.accessLogs().orElse(NONE);
    LoadBalancerAccessLogsArgs.Builder logs =
        LoadBalancerAccessLogsArgs.builder()
            .bucket(bucket.bucket())
            .enabled(attributes.accessLogs().isPresent());
    return bucket.prefix().isEmpty() ? logs.build() : logs.prefix(bucket.prefix()).build();
  }

  private static LoadBalancerConnectionLogsArgs connectionLogs(LoadBalancerAttributes attributes) {
    LogBucket bucket = attributes.connectionLogs().orElse(NONE);
    LoadBalancerConnectionLogsArgs.Builder logs =
        LoadBalancerConnectionLogsArgs.builder()
            .bucket(bucket.bucket())
            .enabled(attributes.connectionLogs().isPresent());
    return bucket.prefix().isEmpty() ? logs.build() : logs.prefix(bucket.prefix()).build();
  }
}
