package portico.export;

import java.util.ArrayList;
import java.util.List;
import portico.export.Stack.Resource;
import portico.export.Value.Fields;
import portico.export.Value.Text;

/** Writes the script that removes what the other one made, found again by names. */
final class AwsCliRemoval {
  private final Stack stack;
  private final Lines lines = new Lines(2);

  AwsCliRemoval(Stack stack) {
    this.stack = stack;
  }

  String script() {
    lines.line("#!/usr/bin/env bash");
    lines.line("# Removes load balancer " + stack.name() + " and all that belongs to it.");
    lines.line("set -eu").blank();
    lines.line("export AWS_DEFAULT_REGION=" + AwsCliText.shell(stack.region()));
    lines.line("export AWS_PAGER=''").blank();
    Fields balancer = stack.resource(StackBuilder.LOAD_BALANCER).inputs();
    found(
        StackBuilder.LOAD_BALANCER,
        "aws elbv2 describe-load-balancers --names " + AwsCliText.word(balancer, "name"),
        "LoadBalancers[0].LoadBalancerArn");
    if (balancer.values().get("enable_deletion_protection") instanceof Value.Flag(boolean on)
        && on) {
      lines.line("# It is protected: take this comment away to let it go.");
      lines.line(
          "# aws elbv2 modify-load-balancer-attributes --load-balancer-arn \"$LOAD_BALANCER\""
              + " --attributes Key=deletion_protection.enabled,Value=false");
    }
    lines.line("aws elbv2 delete-load-balancer --load-balancer-arn \"$LOAD_BALANCER\"");
    lines.line("aws elbv2 wait load-balancers-deleted --load-balancer-arns \"$LOAD_BALANCER\"");
    stack.resources().reversed().forEach(this::removed);
    securityGroup();
    return lines.toString();
  }

  private void found(String id, String command, String query) {
    lines.line(AwsCliText.name(id) + "=$(" + command + " --query '" + query + "' --output text)");
  }

  private void removed(Resource resource) {
    Fields in = resource.inputs();
    switch (resource.type()) {
      case TARGET_GROUP -> {
        lines.blank();
        found(
            resource.id(),
            "aws elbv2 describe-target-groups --names " + AwsCliText.word(in, "name"),
            "TargetGroups[0].TargetGroupArn");
        lines.line(
            "aws elbv2 delete-target-group --target-group-arn "
                + AwsCliText.variable(resource.id()));
      }
      case PERMISSION ->
          lines.line(
              "aws lambda remove-permission --function-name "
                  + AwsCliText.word(in, "function_name")
                  + " --statement-id "
                  + AwsCliText.word(in, "statement_id")
                  + (in.values().containsKey("qualifier")
                      ? " --qualifier " + AwsCliText.word(in, "qualifier")
                      : ""));
      case SECURITY_GROUP,
          INGRESS_RULE,
          EGRESS_RULE,
          LOAD_BALANCER,
          WEB_ACL_ASSOCIATION,
          ATTACHMENT,
          LISTENER,
          LISTENER_CERTIFICATE,
          LISTENER_RULE -> {}
    }
  }

  /** Rules in other groups refer to it; its network interfaces go a little after the balancer. */
  private void securityGroup() {
    Fields group = stack.resource(StackBuilder.SECURITY_GROUP).inputs();
    lines.blank();
    found(
        StackBuilder.SECURITY_GROUP,
        "aws ec2 describe-security-groups --filters Name=group-name,Values="
            + AwsCliText.word(group, "name")
            + " Name=vpc-id,Values="
            + AwsCliText.word(group, "vpc_id"),
        "SecurityGroups[0].GroupId");
    for (Resource rule : rulesOfOthers()) {
      lines.line(
          "aws ec2 revoke-security-group-ingress --group-id "
              + AwsCliText.word(rule.inputs(), "security_group_id")
              + " --ip-permissions "
              + AwsCliText.permission(rule.inputs()));
    }
    lines.line("tries=0");
    lines.line("until aws ec2 delete-security-group --group-id \"$SECURITY_GROUP\"; do");
    lines.within(
        () ->
            lines
                .line("tries=$((tries + 1))")
                .line("[ \"$tries\" -lt 30 ] || exit 1")
                .line("sleep 10"));
    lines.line("done");
  }

  private List<Resource> rulesOfOthers() {
    List<Resource> rules = new ArrayList<>();
    for (Resource resource : stack.resources()) {
      if (resource.type() == ResourceType.INGRESS_RULE
          && resource.inputs().values().get("security_group_id") instanceof Text) {
        rules.add(resource);
      }
    }
    return rules;
  }
}
