package portico.program;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerConnectionLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerIpamPoolsArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Scheme;

/** The load balancer itself, with the web ACL that inspects its requests. */
final class BalancerProgram {
  private static final LogBucket NONE = new LogBucket.Existing("", "");

  private BalancerProgram() {}

  /** AWS tries to write when logs are switched on, so the bucket's policy comes first. */
  static LoadBalancer of(
      LoadBalancerSpec spec,
      Output<String> ownGroup,
      Optional<LogBucketProgram> logs,
      ResourceTags tags) {
    CustomResourceOptions.Builder options = CustomResourceOptions.builder();
    logs.ifPresent(bucket -> options.dependsOn(bucket.policy()));
    LoadBalancer made =
        new LoadBalancer(spec.name(), arguments(spec, ownGroup, logs, tags), options.build());
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
      LoadBalancerSpec spec,
      Output<String> ownGroup,
      Optional<LogBucketProgram> logs,
      ResourceTags tags) {
    LoadBalancerAttributes attributes = spec.attributes();
    LoadBalancerArgs.Builder arguments = LoadBalancerArgs.builder();
    spec.ipv4IpamPoolId()
        .ifPresent(
            id ->
                arguments.ipamPools(
                    LoadBalancerIpamPoolsArgs.builder().ipv4IpamPoolId(id).build()));
    return arguments
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
        .accessLogs(accessLogs(attributes, logs))
        .connectionLogs(connectionLogs(attributes, logs))
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
  private static LoadBalancerAccessLogsArgs accessLogs(
      LoadBalancerAttributes attributes, Optional<LogBucketProgram> made) {
    LogBucket logs = attributes.accessLogs().orElse(NONE);
    LoadBalancerAccessLogsArgs.Builder arguments =
        LoadBalancerAccessLogsArgs.builder()
            .bucket(bucket(logs, made))
            .enabled(attributes.accessLogs().isPresent());
    return logs.prefix().isEmpty() ? arguments.build() : arguments.prefix(logs.prefix()).build();
  }

  private static LoadBalancerConnectionLogsArgs connectionLogs(
      LoadBalancerAttributes attributes, Optional<LogBucketProgram> made) {
    LogBucket logs = attributes.connectionLogs().orElse(NONE);
    LoadBalancerConnectionLogsArgs.Builder arguments =
        LoadBalancerConnectionLogsArgs.builder()
            .bucket(bucket(logs, made))
            .enabled(attributes.connectionLogs().isPresent());
    return logs.prefix().isEmpty() ? arguments.build() : arguments.prefix(logs.prefix()).build();
  }

  private static Output<String> bucket(LogBucket logs, Optional<LogBucketProgram> made) {
    return switch (logs) {
      case LogBucket.Existing(String bucket, String _) -> Output.of(bucket);
      case LogBucket.Made _ -> made.orElseThrow().name();
    };
  }
}
