package portico.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import portico.export.Stack.Output;
import portico.export.Stack.Resource;
import portico.export.Stack.Secret;
import portico.export.Value.Fields;
import portico.export.Value.Text;

/** Writes the AWS CLI's commands that make the resources, and a script that removes them. */
final class AwsCliWriter {
  private final Stack stack;
  private final Lines lines = new Lines(2);
  private final AwsCliBucket buckets;
  private final AwsCliDns dns = new AwsCliDns(lines);

  AwsCliWriter(Stack stack) {
    this.stack = stack;
    this.buckets = new AwsCliBucket(lines, stack.region());
  }

  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("create.sh", create());
    files.put("delete.sh", new AwsCliRemoval(stack).script());
    return files;
  }

  private String create() {
    lines.line("#!/usr/bin/env bash");
    lines.line("# Makes load balancer " + stack.name() + " with the AWS CLI, version 2.");
    lines.line("# Each command prints what it made; the first that fails ends the script.");
    lines.line("set -eu").blank();
    lines.line("export AWS_DEFAULT_REGION=" + AwsCliText.shell(stack.region()));
    lines.line("export AWS_PAGER=''");
    stack.secrets().forEach(this::secret);
    stack.resources().forEach(this::resource);
    lines.blank();
    waiting();
    lines.blank();
    stack.outputs().forEach(this::output);
    return lines.toString();
  }

  private void waiting() {
    lines.line("echo 'Waiting until the load balancer is active.'");
    new AwsCliCommand("aws elbv2 wait load-balancer-available", Fields.empty())
        .option("--load-balancer-arns " + AwsCliText.variable("load_balancer"))
        .write(lines);
  }

  /** The key goes to the AWS CLI by a pipe, so it must need no quoting in JSON. */
  private void secret(Secret secret) {
    String name = secret.variable().toUpperCase(Locale.ROOT);
    lines.blank().line("# " + secret.description() + " Export it before you run this.");
    lines.line(": \"${" + name + ":?export " + name + " first}\"");
    lines.line("case $" + name + " in");
    lines.within(
        () ->
            lines
                .line("*[!A-Za-z0-9._~+/=-]*)")
                .within(
                    () ->
                        lines
                            .line(
                                "echo '"
                                    + name
                                    + " may have letters, digits and ._~+/=- alone' >&2")
                            .line("exit 2")
                            .line(";;")));
    lines.line("esac");
  }

  private void resource(Resource resource) {
    lines.blank();
    Fields in = resource.inputs();
    switch (resource.type()) {
      case SECURITY_GROUP -> securityGroup(resource, in);
      case INGRESS_RULE -> rule("authorize-security-group-ingress", in);
      case EGRESS_RULE -> rule("authorize-security-group-egress", in);
      case BUCKET -> buckets.made(resource, tags(in));
      case BUCKET_ENCRYPTION -> buckets.encrypted();
      case BUCKET_LIFECYCLE -> buckets.expiring(in);
      case BUCKET_PRIVACY -> buckets.closed();
      case BUCKET_POLICY -> buckets.opened(in);
      case LOAD_BALANCER -> loadBalancer(resource, in);
      case WEB_ACL_ASSOCIATION -> {
        waiting();
        new AwsCliCommand("aws wafv2 associate-web-acl", in)
            .field("web_acl_arn")
            .field("resource_arn")
            .write(lines);
      }
      case DNS_RECORD -> dns.made(resource);
      case TARGET_GROUP -> targetGroup(resource, in);
      case PERMISSION -> permission(in);
      case ATTACHMENT -> attachment(in);
      case LISTENER -> listener(resource, in);
      case LISTENER_CERTIFICATE ->
          new AwsCliCommand("aws elbv2 add-listener-certificates", in)
              .field("listener_arn")
              .option("--certificates CertificateArn=" + AwsCliText.word(in, "certificate_arn"))
              .write(lines);
      case LISTENER_RULE -> listenerRule(in);
    }
  }

  private void securityGroup(Resource resource, Fields in) {
    new AwsCliCommand("aws ec2 create-security-group", in)
        .option("--group-name " + AwsCliText.word(in, "name"))
        .field("description")
        .field("vpc_id")
        .option(tagSpecification("security-group", in))
        .writeKeeping(lines, resource.id(), "GroupId");
    lines.line("# EC2 lets everything out of a new group; only the ways below are wanted.");
    new AwsCliCommand("aws ec2 revoke-security-group-egress", in)
        .option("--group-id " + AwsCliText.variable(resource.id()))
        .option("--ip-permissions 'IpProtocol=-1,IpRanges=[{CidrIp=0.0.0.0/0}]'")
        .write(lines);
  }

  private void rule(String action, Fields in) {
    new AwsCliCommand("aws ec2 " + action, in)
        .option("--group-id " + AwsCliText.word(in, "security_group_id"))
        .option("--ip-permissions " + AwsCliText.permission(in))
        .option(tagSpecification("security-group-rule", in))
        .write(lines);
  }

  private String tagSpecification(String kind, Fields in) {
    Map<String, Object> tagged = new LinkedHashMap<>();
    tagged.put("ResourceType", kind);
    tagged.put("Tags", AwsCliText.pairs(tags(in)));
    return "--tag-specifications " + AwsCliText.shell(AwsCliText.json(List.of(tagged)));
  }

  private void loadBalancer(Resource resource, Fields in) {
    boolean internal = in.values().get("internal") instanceof Value.Flag(boolean on) && on;
    AwsCliCommand made =
        new AwsCliCommand("aws elbv2 create-load-balancer", in)
            .field("name")
            .option("--type application")
            .option("--scheme " + (internal ? "internal" : "internet-facing"))
            .field("ip_address_type")
            .field("subnets")
            .field("security_groups");
    if (in.values().get("ipam_pools") instanceof Value.Part(Fields pools)) {
      made.option("--ipam-pools Ipv4IpamPoolId=" + AwsCliText.word(pools, "ipv4_ipam_pool_id"));
    }
    tagged(made, in).writeKeeping(lines, resource.id(), "LoadBalancers[0].LoadBalancerArn");
    attributes("load-balancer", resource.id(), AwsCliAttributes.ofLoadBalancer(in));
  }

  private void targetGroup(Resource resource, Fields in) {
    AwsCliCommand made =
        new AwsCliCommand("aws elbv2 create-target-group", in)
            .field("name")
            .field("target_type")
            .fieldIfThere("protocol")
            .fieldIfThere("protocol_version")
            .fieldIfThere("port")
            .fieldIfThere("vpc_id");
    AwsCliText.healthCheck(in).forEach(made::option);
    tagged(made, in).writeKeeping(lines, resource.id(), "TargetGroups[0].TargetGroupArn");
    attributes("target-group", resource.id(), AwsCliAttributes.ofTargetGroup(in));
  }

  private void attributes(String kind, String id, Map<String, String> attributes) {
    if (!attributes.isEmpty()) {
      new AwsCliCommand("aws elbv2 modify-" + kind + "-attributes", Fields.empty())
          .option("--" + kind + "-arn " + AwsCliText.variable(id))
          .option(
              "--attributes "
                  + AwsCliText.withVariables(AwsCliText.json(AwsCliText.pairs(attributes))))
          .option("--output text > /dev/null")
          .write(lines);
    }
  }

  private void permission(Fields in) {
    new AwsCliCommand("aws lambda add-permission", in)
        .field("function_name")
        .field("statement_id")
        .field("action")
        .field("principal")
        .field("source_arn")
        .fieldIfThere("qualifier")
        .write(lines);
  }

  private void attachment(Fields in) {
    StringBuilder target = new StringBuilder("Id=" + AwsCliText.word(in, "target_id"));
    if (in.values().containsKey("port")) {
      target.append(",Port=").append(AwsCliText.word(in, "port"));
    }
    if (in.values().containsKey("availability_zone")) {
      target.append(",AvailabilityZone=").append(AwsCliText.word(in, "availability_zone"));
    }
    new AwsCliCommand("aws elbv2 register-targets", in)
        .field("target_group_arn")
        .option("--targets " + target)
        .write(lines);
  }

  private void listener(Resource resource, Fields in) {
    AwsCliCommand made =
        new AwsCliCommand("aws elbv2 create-listener", in)
            .field("load_balancer_arn")
            .field("port")
            .field("protocol");
    if (in.values().containsKey("certificate_arn")) {
      made.field("ssl_policy")
          .option("--certificates CertificateArn=" + AwsCliText.word(in, "certificate_arn"));
    }
    made.option("--default-actions " + AwsCliText.actions(AwsCliText.value(in, "default_action")));
    tagged(made, in).writeKeeping(lines, resource.id(), "Listeners[0].ListenerArn");
  }

  private void listenerRule(Fields in) {
    AwsCliCommand made =
        new AwsCliCommand("aws elbv2 create-rule", in)
            .field("listener_arn")
            .field("priority")
            .option("--conditions file:///dev/stdin")
            .option("--actions " + AwsCliText.actions(AwsCliText.value(in, "action")));
    tagged(made, in).option("--query 'Rules[0].RuleArn' --output text <<JSON").write(lines);
    AwsCliText.conditions(AwsCliText.value(in, "condition"))
        .lines()
        .forEach(line -> lines.document(line));
    lines.document("JSON");
  }

  private AwsCliCommand tagged(AwsCliCommand command, Fields in) {
    Map<String, String> tags = tags(in);
    return tags.isEmpty() ? command : command.option("--tags " + pairs(tags));
  }

  private static String pairs(Map<String, String> pairs) {
    return AwsCliText.shell(AwsCliText.json(AwsCliText.pairs(pairs)));
  }

  private Map<String, String> tags(Fields in) {
    Map<String, String> tags = new LinkedHashMap<>(stack.tags());
    if (in.values().get("tags") instanceof Value.Entries(Map<String, String> own)) {
      tags.putAll(own);
    }
    return tags;
  }

  private void output(Output output) {
    if (output.name().equals("load_balancer_dns_name")) {
      lines.line("DNS_NAME=$(aws elbv2 describe-load-balancers \\");
      lines.within(
          () ->
              lines
                  .line("--load-balancer-arns " + AwsCliText.variable("load_balancer") + " \\")
                  .line("--query 'LoadBalancers[0].DNSName' --output text)"));
      lines.line("echo \"load_balancer_dns_name $DNS_NAME\"");
    } else if (output.value() instanceof Value.Join(List<Value> parts)) {
      String url =
          Lines.joined(
              parts, "", part -> part instanceof Text(String plain) ? plain : "${DNS_NAME}");
      lines.line("echo \"" + output.name() + " " + url + "\"");
    }
  }
}
