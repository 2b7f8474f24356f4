package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Ids;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.Condition;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.Rule;

/** Rules of listeners (API_CreateRule). The default rule shows a listener's own actions. */
final class Rules {
  private static final int DEFAULT_PRIORITY = 0;

  private Rules() {}

  static void create(Call call, Parameters parameters, Xml xml) {
    Listener listener = Find.listener(call, parameters);
    refuseTransforms(parameters);
    int priority =
        Check.range(parameters, "Priority", 1, 50000)
            .orElseThrow(() -> Check.invalid("A priority must be specified"));
    refuseTaken(call, listener.arn(), priority, "");
    List<Condition> conditions = Conditions.read(parameters);
    List<Action> actions = actions(call, listener).read(parameters, "Actions");
    Limits.rules(call, listener);
    String arn = ruleArn(listener) + "/" + Ids.hex();
    Map<String, String> tags = ElbTags.read(parameters);
    Rule rule = new Rule(arn, listener.arn(), priority, conditions, actions, tags);
    call.state().rules().put(arn, rule);
    Limits.forwarding(call, listener.loadBalancerArn());
    write(xml, List.of(rule));
  }

  private static void refuseTransforms(Parameters parameters) {
    if (parameters.has("Transforms.member.1.Type")) {
      throw Check.invalid("Transforms are not simulated");
    }
  }

  private static Actions actions(Call call, Listener listener) {
    LoadBalancer balancer = Find.balancer(call, listener.loadBalancerArn());
    return new Actions(call, balancer, listener.protocol(), listener.port());
  }

  private static String ruleArn(Listener listener) {
    return listener.arn().replace(":listener/", ":listener-rule/");
  }

  private static void refuseTaken(Call call, String listenerArn, int priority, String exceptArn) {
    boolean taken =
        Find.rulesOf(call.state(), listenerArn).stream()
            .anyMatch(each -> each.priority() == priority && !each.arn().equals(exceptArn));
    if (taken) {
      throw new AwsException("PriorityInUse", "Priority '" + priority + "' is currently in use");
    }
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<String> arns = parameters.list("RuleArns.member");
    boolean byListener = parameters.has("ListenerArn");
    if (arns.isEmpty() == !byListener) {
      throw Check.invalid("You must specify either listener rule ARNs or a listener ARN");
    }
    List<Rule> chosen = new ArrayList<>();
    arns.stream().distinct().forEach(arn -> chosen.add(find(call, arn)));
    if (byListener) {
      Listener listener = Find.listener(call, parameters);
      chosen.addAll(Find.rulesOf(call.state(), listener.arn()));
      chosen.sort(Comparator.comparingInt(Rule::priority));
      chosen.add(defaultOf(listener));
    }
    Pages<Rule> page = Pages.elb(parameters, chosen);
    write(xml, page.items());
    xml.maybe("NextMarker", page.next());
  }

  private static Rule find(Call call, String arn) {
    return call.state().listeners().values().stream()
        .map(Rules::defaultOf)
        .filter(rule -> rule.arn().equals(arn))
        .findFirst()
        .orElseGet(() -> Find.rule(call, arn));
  }

  private static Rule defaultOf(Listener listener) {
    String id = listener.arn().substring(listener.arn().lastIndexOf('/') + 1);
    String arn = ruleArn(listener) + "/" + new StringBuilder(id).reverse();
    return new Rule(arn, listener.arn(), DEFAULT_PRIORITY, List.of(), listener.actions(), Map.of());
  }

  private static Rule changeable(Call call, String arn, String what) {
    Rule rule = find(call, arn);
    if (rule.priority() == DEFAULT_PRIORITY) {
      throw new AwsException(
          "OperationNotPermitted", "Default rule '" + arn + "' cannot be " + what);
    }
    return rule;
  }

  static void modify(Call call, Parameters parameters, Xml xml) {
    Rule old = changeable(call, Check.required(parameters, "RuleArn"), "modified");
    refuseTransforms(parameters);
    boolean conditions = parameters.has("Conditions");
    boolean actions = parameters.has("Actions");
    if (!conditions && !actions) {
      throw Check.invalid("Either conditions or actions must be specified");
    }
    Listener listener = Find.listener(call, old.listenerArn());
    Actions reader = actions(call, listener);
    Rule next =
        new Rule(
            old.arn(),
            old.listenerArn(),
            old.priority(),
            conditions ? Conditions.read(parameters) : old.conditions(),
            actions ? reader.read(parameters, "Actions") : old.actions(),
            old.tags());
    call.state().rules().put(next.arn(), next);
    Limits.forwarding(call, listener.loadBalancerArn());
    write(xml, List.of(next));
  }

  static void delete(Call call, Parameters parameters, Xml xml) {
    Rule rule = changeable(call, Check.required(parameters, "RuleArn"), "deleted");
    call.state().rules().remove(rule.arn());
  }

  static void setPriorities(Call call, Parameters parameters, Xml xml) {
    Map<String, Integer> wanted = new HashMap<>();
    Set<Integer> seen = new HashSet<>();
    for (Parameters each : parameters.structures("RulePriorities.member")) {
      String arn = changeable(call, Check.required(each, "RuleArn"), "reordered").arn();
      int priority =
          Check.range(each, "Priority", 1, 50000)
              .orElseThrow(() -> Check.invalid("A priority must be specified"));
      if (!seen.add(priority)) {
        throw Check.invalid("Priority '" + priority + "' was provided multiple times");
      }
      wanted.put(arn, priority);
    }
    Map<String, Rule> rules = call.state().rules();
    wanted.forEach((arn, priority) -> rules.computeIfPresent(arn, (_, old) -> old.at(priority)));
    List<Rule> changed = rules.values().stream().filter(r -> wanted.containsKey(r.arn())).toList();
    for (Rule rule : changed) {
      refuseTaken(call, rule.listenerArn(), rule.priority(), rule.arn());
    }
    write(xml, changed);
  }

  private static void write(Xml xml, List<Rule> rules) {
    xml.list(
        "Rules",
        "member",
        rules,
        rule -> {
          boolean isDefault = rule.priority() == DEFAULT_PRIORITY;
          xml.text("RuleArn", rule.arn());
          xml.text("Priority", isDefault ? "default" : String.valueOf(rule.priority()));
          Conditions.write(rule.conditions(), xml);
          Actions.write("Actions", rule.actions(), xml);
          xml.text("IsDefault", isDefault);
        });
  }
}
