package portico.export;

import java.util.ArrayList;
import java.util.List;
import portico.export.Stack.Resource;
import portico.export.Value.Fields;
import portico.export.Value.Text;

/**
 * Writes the script that removes what the other one made, found again by names. What is not there
 * is passed over, so it removes what a script that stopped half-way has made as well; any other
 * error ends it.
 */
final class AwsCliRemoval {
  private static final String FUNCTIONS =
      """
      # Runs a command; that what it removes is not there is no error.
      gone() {
        local said
        if said=$("$@" 2>&1); then
          return
        fi
        case $said in
          *'(ResourceNotFoundException)'* | *'(InvalidPermission.NotFound)'* | *'(InvalidGroup.NotFound)'* | *'but it was not found'*) ;;
          *)
            printf '%s\\n' "$said" >&2
            return 1
            ;;
        esac
      }

      # Runs a command again for five minutes: what used a resource may let it go a little later.
      patiently() {
        local tries=0
        until "$@"; do
          tries=$((tries + 1))
          [ "$tries" -lt 30 ] || return 1
          sleep 10
        done
      }
      """;

  private final Stack stack;
  private final Lines lines = new Lines(2);

  AwsCliRemoval(Stack stack) {
    this.stack = stack;
  }

  String script() {
    lines.line("#!/usr/bin/env bash");
    lines.line(
        "# Removes load balancer " + stack.name() + " and all that belongs to it, as far as");
    lines.line("# it is there. Everything is found by its name.");
    lines.line("set -eu").blank();
    lines.line("export AWS_DEFAULT_REGION=" + AwsCliText.shell(stack.region()));
    lines.line("export AWS_PAGER=''").blank();
    FUNCTIONS.lines().forEach(lines::document);
    lines.blank();
    loadBalancer();
    stack.resources().reversed().forEach(this::removed);
    securityGroup();
    return lines.toString();
  }

  private void loadBalancer() {
    Fields balancer = stack.resource(StackBuilder.LOAD_BALANCER).inputs();
    found(StackBuilder.LOAD_BALANCER, "load-balancers", "LoadBalancer", balancer);
    ifFound(
        StackBuilder.LOAD_BALANCER,
        () -> {
          if (balancer.values().get("enable_deletion_protection") instanceof Value.Flag(boolean on)
              && on) {
            lines.line("# It is protected: take this comment away to let it go.");
            lines.line(
                "# aws elbv2 modify-load-balancer-attributes --load-balancer-arn \"$LOAD_BALANCER\""
                    + " --attributes Key=deletion_protection.enabled,Value=false");
          }
          boolean logs =
              stack.resources().stream().anyMatch(each -> each.type() == ResourceType.BUCKET);
          if (logs) {
            logBucket(balancer);
          }
          dnsRecords();
          lines.line("aws elbv2 delete-load-balancer --load-balancer-arn \"$LOAD_BALANCER\"");
          lines.line(
              "aws elbv2 wait load-balancers-deleted --load-balancer-arns \"$LOAD_BALANCER\"");
          if (logs) {
            lines.line("# With all logs in it.");
            lines.line("aws s3 rb --force \"s3://$LOG_BUCKET\"");
          }
        });
  }

  private void dnsRecords() {
    AwsCliDns dns = new AwsCliDns(lines);
    List<Resource> records =
        stack.resources().stream().filter(each -> each.type() == ResourceType.DNS_RECORD).toList();
    if (!records.isEmpty()) {
      dns.place();
      records.forEach(dns::removed);
    }
  }

  /** Only the load balancer tells its name, which was made up when it was created. */
  private void logBucket(Fields balancer) {
    found(
        LogResources.BUCKET,
        "aws elbv2 describe-load-balancer-attributes --load-balancer-arn "
            + AwsCliText.variable(StackBuilder.LOAD_BALANCER),
        "Attributes[?Key=='%s_logs.s3.bucket'].Value"
            .formatted(usesMade(balancer, "access_logs") ? "access" : "connection"));
  }

  private static boolean usesMade(Fields balancer, String logs) {
    return balancer.values().get(logs) instanceof Value.Part(Fields part)
        && part.values().get("bucket") instanceof Value.Reference;
  }

  /** Without {@code --names}, with which a name that nothing has would be an error. */
  private void found(String id, String kind, String field, Fields in) {
    found(
        id,
        "aws elbv2 describe-" + kind,
        field + "s[?" + field + "Name=='" + AwsCliText.word(in, "name") + "']." + field + "Arn");
  }

  private void found(String id, String command, String query) {
    lines.line(AwsCliText.name(id) + "=$(" + command + " --query \"" + query + "\" --output text)");
  }

  private void ifFound(String id, Runnable removal) {
    lines.line("if [ -n " + AwsCliText.variable(id) + " ]; then");
    lines.within(removal);
    lines.line("fi");
  }

  private void removed(Resource resource) {
    Fields in = resource.inputs();
    switch (resource.type()) {
      case TARGET_GROUP -> {
        lines.blank();
        found(resource.id(), "target-groups", "TargetGroup", in);
        ifFound(
            resource.id(),
            () ->
                lines.line(
                    "aws elbv2 delete-target-group --target-group-arn "
                        + AwsCliText.variable(resource.id())));
      }
      case PERMISSION ->
          lines
              .blank()
              .line(
                  "gone aws lambda remove-permission --function-name "
                      + AwsCliText.word(in, "function_name")
                      + " --statement-id "
                      + AwsCliText.word(in, "statement_id")
                      + (in.values().containsKey("qualifier")
                          ? " --qualifier " + AwsCliText.word(in, "qualifier")
                          : ""));
      case SECURITY_GROUP,
          INGRESS_RULE,
          EGRESS_RULE,
          BUCKET,
          BUCKET_ENCRYPTION,
          BUCKET_LIFECYCLE,
          BUCKET_PRIVACY,
          BUCKET_POLICY,
          LOAD_BALANCER,
          DNS_RECORD,
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
        "SecurityGroups[].GroupId");
    ifFound(
        StackBuilder.SECURITY_GROUP,
        () -> {
          for (Resource rule : rulesOfOthers()) {
            lines.line(
                "gone aws ec2 revoke-security-group-ingress --group-id "
                    + AwsCliText.word(rule.inputs(), "security_group_id")
                    + " --ip-permissions "
                    + AwsCliText.permissionAlone(rule.inputs()));
          }
          lines.line("patiently aws ec2 delete-security-group --group-id \"$SECURITY_GROUP\"");
        });
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
