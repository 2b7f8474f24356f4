package portico.program;

import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupAttachment;
import com.pulumi.aws.lb.TargetGroupAttachmentArgs;
import com.pulumi.resources.CustomResourceOptions;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/** The registration of targets with their group. */
final class TargetProgram {
  /** Number of parts of a function's ARN without a version or alias behind it. */
  private static final int FUNCTION_PARTS = 7;

  private final TargetGroupSpec spec;
  private final TargetGroup group;

  TargetProgram(TargetGroupSpec spec, TargetGroup group) {
    this.spec = spec;
    this.group = group;
  }

  void registerAll() {
    for (TargetSpec target : spec.targets()) {
      switch (target) {
        case InstanceTarget instance -> register(instance, instance.id());
        case IpTarget address -> registerAddress(address);
        case LambdaTarget function -> registerFunction(function);
      }
    }
  }

  private void register(InstanceTarget instance, String id) {
    int port = spec.portOf(instance);
    new TargetGroupAttachment(
        attachment(id, port),
        TargetGroupAttachmentArgs.builder()
            .targetGroupArn(group.arn())
            .targetId(id)
            .port(port)
            .build(),
        inGroup());
  }

  private void registerAddress(IpTarget target) {
    int port = spec.portOf(target);
    TargetGroupAttachmentArgs.Builder arguments =
        TargetGroupAttachmentArgs.builder()
            .targetGroupArn(group.arn())
            .targetId(target.address())
            .port(port);
    target.zone().ifPresent(arguments::availabilityZone);
    new TargetGroupAttachment(attachment(target.address(), port), arguments.build(), inGroup());
  }

  /**
   * AWS tries the function when it is registered, so the permission comes first. Neither the
   * permission's name nor the only place in the group can be taken twice: both are deleted before
   * they are replaced.
   */
  private void registerFunction(LambdaTarget target) {
    String name = spec.name() + "-lambda";
    Permission permission = new Permission(name, permission(target), replacedAfterDeletion());
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
    String[] parts = target.functionArn().split(":", -1);
    boolean qualified = parts.length > FUNCTION_PARTS;
    PermissionArgs.Builder arguments =
        PermissionArgs.builder()
            .statementId("portico-" + spec.name())
            .action("lambda:InvokeFunction")
            .principal("elasticloadbalancing.amazonaws.com")
            .function(
                qualified
                    ? target.functionArn().substring(0, target.functionArn().lastIndexOf(':'))
                    : target.functionArn())
            .sourceArn(group.arn());
    return qualified ? arguments.qualifier(parts[FUNCTION_PARTS]).build() : arguments.build();
  }

  private String attachment(String id, int port) {
    return spec.name() + "-" + id + "-" + port;
  }

  private CustomResourceOptions inGroup() {
    return CustomResourceOptions.builder().parent(group).build();
  }

  private CustomResourceOptions replacedAfterDeletion() {
    return CustomResourceOptions.builder().parent(group).deleteBeforeReplace(true).build();
  }
}
