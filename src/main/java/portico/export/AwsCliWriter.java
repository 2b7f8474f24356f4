package portico.export;

import java.util.ArrayList;
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
  private final AwsCliText text;
  private final Lines lines = new Lines(2);

  AwsCliWriter(Stack stack) {
    this.stack = stack;
    this.text = new AwsCliText();
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
    command(
        "aws elbv2 wait load-balancer-available",
        List.of("--load-balancer-arns " + AwsCliText.variable("load_balancer")));
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
      case LOAD_BALANCER -> loadBalancer(resource, in);
      case WEB_ACL_ASSOCIATION -> {
        waiting();
        command(
            "aws wafv2 associate-web-acl",
            List.of(
                "--web-acl-arn " + text.word(in, "web_acl_arn"),
                "--resource-arn " + text.word(in, "resource_arn")));
      }
      case TARGET_GROUP -> targetGroup(resource, in);
      case PERMISSION -> permission(in);
      case ATTACHMENT -> attachment(in);
      case LISTENER -> listener(resource, in);
      case LISTENER_CERTIFICATE ->
          command(
              "aws elbv2 add-listener-certificates",
              List.of(
                  "--listener-arn " + text.word(in, "listener_arn"),
                  "--certificates CertificateArn=" + text.word(in, "certificate_arn")));
      case LISTENER_RULE -> listenerRule(in);
    }
  }

  /** {@code NAME=$(aws ... --query QUERY --output text)}. */
  private void made(String id, String command, List<String> options, String query) {
    List<String> all = new ArrayList<>(options);
    all.add("--query '" + query + "' --output text");
    lines.line(AwsCliText.name(id) + "=$(" + command + " \\");
    lines.within(
        () -> {
          for (int index = 0; index < all.size(); index++) {
            lines.line(all.get(index) + (index < all.size() - 1 ? " \\" : ")"));
          }
        });
    lines.line("echo \"" + id + " $" + AwsCliText.name(id) + "\"");
  }

  private void command(String command, List<String> options) {
    lines.line(command + " \\");
    lines.within(
        () -> {
          for (int index = 0; index < options.size(); index++) {
            lines.line(options.get(index) + (index < options.size() - 1 ? " \\" : ""));
          }
        });
  }

  private void securityGroup(Resource resource, Fields in) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--group-name " + text.word(in, "name"),
                "--description " + text.word(in, "description"),
                "--vpc-id " + text.word(in, "vpc_id")));
    options.add(tagSpecification("security-group", in));
    made(resource.id(), "aws ec2 create-security-group", options, "GroupId");
    lines.line("# EC2 lets everything out of a new group; only the ways below are wanted.");
    command(
        "aws ec2 revoke-security-group-egress",
        List.of(
            "--group-id " + AwsCliText.variable(resource.id()),
            "--ip-permissions 'IpProtocol=-1,IpRanges=[{CidrIp=0.0.0.0/0}]'"));
  }

  private void rule(String action, Fields in) {
    command(
        "aws ec2 " + action,
        List.of(
            "--group-id " + text.word(in, "security_group_id"),
            "--ip-permissions " + text.permission(in),
            tagSpecification("security-group-rule", in)));
  }

  private String tagSpecification(String kind, Fields in) {
    Map<String, Object> tagged = new LinkedHashMap<>();
    tagged.put("ResourceType", kind);
    tagged.put("Tags", AwsCliText.tags(tags(in)));
    return "--tag-specifications " + AwsCliText.shell(AwsCliText.json(List.of(tagged)));
  }

  private void loadBalancer(Resource resource, Fields in) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--name " + text.word(in, "name"),
                "--type application",
                "--scheme "
                    + (in.values().get("internal") instanceof Value.Flag(boolean on) && on
                        ? "internal"
                        : "internet-facing"),
                "--ip-address-type " + text.word(in, "ip_address_type"),
                "--subnets " + text.words(in, "subnets"),
                "--security-groups " + text.words(in, "security_groups")));
    tagOption(options, in);
    made(
        resource.id(),
        "aws elbv2 create-load-balancer",
        options,
        "LoadBalancers[0].LoadBalancerArn");
    attributes("load-balancer", resource.id(), AwsCliAttributes.ofLoadBalancer(in));
  }

  private void targetGroup(Resource resource, Fields in) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--name " + text.word(in, "name"),
                "--target-type " + text.word(in, "target_type")));
    for (String field : List.of("protocol", "protocol_version", "port", "vpc_id")) {
      if (in.values().containsKey(field)) {
        options.add("--" + field.replace('_', '-') + " " + text.word(in, field));
      }
    }
    options.addAll(text.healthCheck(in));
    tagOption(options, in);
    made(resource.id(), "aws elbv2 create-target-group", options, "TargetGroups[0].TargetGroupArn");
    attributes("target-group", resource.id(), AwsCliAttributes.ofTargetGroup(in));
  }

  private void attributes(String kind, String id, Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    List<Map<String, Object>> pairs = new ArrayList<>();
    attributes.forEach((key, value) -> pairs.add(AwsCliText.pair(key, value)));
    command(
        "aws elbv2 modify-" + kind + "-attributes",
        List.of(
            "--" + kind + "-arn " + AwsCliText.variable(id),
            "--attributes " + AwsCliText.shell(AwsCliText.json(pairs)),
            "--output text > /dev/null"));
  }

  private void permission(Fields in) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--function-name " + text.word(in, "function_name"),
                "--statement-id " + text.word(in, "statement_id"),
                "--action " + text.word(in, "action"),
                "--principal " + text.word(in, "principal"),
                "--source-arn " + text.word(in, "source_arn")));
    if (in.values().containsKey("qualifier")) {
      options.add("--qualifier " + text.word(in, "qualifier"));
    }
    command("aws lambda add-permission", options);
  }

  private void attachment(Fields in) {
    StringBuilder target = new StringBuilder("Id=" + text.word(in, "target_id"));
    if (in.values().containsKey("port")) {
      target.append(",Port=").append(text.word(in, "port"));
    }
    if (in.values().containsKey("availability_zone")) {
      target.append(",AvailabilityZone=").append(text.word(in, "availability_zone"));
    }
    command(
        "aws elbv2 register-targets",
        List.of("--target-group-arn " + text.word(in, "target_group_arn"), "--targets " + target));
  }

  private void listener(Resource resource, Fields in) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--load-balancer-arn " + text.word(in, "load_balancer_arn"),
                "--port " + text.word(in, "port"),
                "--protocol " + text.word(in, "protocol")));
    if (in.values().containsKey("certificate_arn")) {
      options.add("--ssl-policy " + text.word(in, "ssl_policy"));
      options.add("--certificates CertificateArn=" + text.word(in, "certificate_arn"));
    }
    options.add("--default-actions " + text.actions(AwsCliText.value(in, "default_action")));
    tagOption(options, in);
    made(resource.id(), "aws elbv2 create-listener", options, "Listeners[0].ListenerArn");
  }

  private void listenerRule(Fields in) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--listener-arn " + text.word(in, "listener_arn"),
                "--priority " + text.word(in, "priority"),
                "--conditions file:///dev/stdin",
                "--actions " + text.actions(AwsCliText.value(in, "action"))));
    tagOption(options, in);
    options.add("--query 'Rules[0].RuleArn' --output text <<JSON");
    command("aws elbv2 create-rule", options);
    text.conditions(AwsCliText.value(in, "condition"))
        .lines()
        .forEach(line -> lines.document(line));
    lines.document("JSON");
  }

  private void tagOption(List<String> options, Fields in) {
    Map<String, String> tags = tags(in);
    if (!tags.isEmpty()) {
      options.add("--tags " + AwsCliText.shell(AwsCliText.json(AwsCliText.tags(tags))));
    }
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
