package portico.program;

import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupAttachment;
import com.pulumi.aws.lb.TargetGroupAttachmentArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Optional;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/** The registration of targets with their group. */
final class TargetProgram {
  private final TargetGroupSpec spec;
  private final TargetGroup group;

  TargetProgram(TargetGroupSpec spec, TargetGroup group) {
    this.spec = spec;
    this.group = group;
  }

  void registerAll() {
    for (TargetSpec target : spec.targets()) {
      switch (target) {
        case InstanceTarget instance -> register(instance, Optional.empty());
        case IpTarget address -> register(address, address.zone());
        case LambdaTarget function -> registerFunction(function);
      }
    }
  }

  private void register(TargetSpec target, Optional<String> zone) {
    int port = spec.portOf(target);
    TargetGroupAttachmentArgs.Builder arguments =
        TargetGroupAttachmentArgs.builder()
            .targetGroupArn(group.arn())
            .targetId(target.id())
            .port(port);
    zone.ifPresent(arguments::availabilityZone);
    new TargetGroupAttachment(
        spec.name() + "-" + target.id() + "-" + port,
        arguments.build(),
        CustomResourceOptions.builder().parent(group).build());
  }

  /**
   * AWS tries the function when it is registered, so the permission comes first. Neither the
   * permission's name nor the only place in the group can be taken twice: both are deleted before
   * they are replaced.
   */
  private void registerFunction(LambdaTarget target) {
    String name = spec.name() + "-lambda";
    Permission permission =
        new Permission(
            name,
            permission(target),
            CustomResourceOptions.builder().parent(group).deleteBeforeReplace(true).build());
    new TargetGroupAttachment(
        name,
        TargetGroupAttachmentArgs.builder()
            .targetGroupArn(group.arn())
            .targetId(target.functionArn())
            .build(),
        CustomResourceOptions.builder()
            .parent(group)
            .dependsOn(permission)
            .deleteBeforeReplace(true)
            .build());
  }

  private PermissionArgs permission(LambdaTarget target) {
    PermissionArgs.Builder arguments =
        PermissionArgs.builder()
            .statementId("portico-" + spec.name())
            .action("lambda:InvokeFunction")
            .principal("elasticloadbalancing.amazonaws.com")
            .function(target.unqualifiedArn())
            .sourceArn(group.arn());
    target.qualifier().ifPresent(arguments::qualifier);
    return arguments.build();
  }
}
