package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** AWS's rules on listeners and their rules: one field each for a form, and together. */
public final class ListenerRules {
  public static final int LISTENERS_MAX = 50;

  /** Per load balancer, default actions not counted. */
  public static final int RULES_MAX = 100;

  public static final int TARGET_GROUPS_MAX = 100;

  /** Per load balancer, default certificates not counted. */
  public static final int FURTHER_CERTIFICATES_MAX = 25;

  public static final int PRIORITY_MIN = 1;
  public static final int PRIORITY_MAX = 50_000;
  public static final int RULE_NAME_MAX = 64;

  private static final Pattern POLICY = Pattern.compile("ELBSecurityPolicy-[A-Za-z0-9-]{1,200}");

  private ListenerRules() {}

  public static List<Violation> tlsPolicy(String field, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    return POLICY.matcher(value).matches()
        ? List.of()
        : List.of(Violation.of(field, Rule.TLS_POLICY_FORM, value));
  }

  public static List<Violation> certificateArn(String field, String value, String region) {
    return Arn.formAndRegion(
        field,
        Arn.CERTIFICATE,
        Rule.CERTIFICATE_ARN_FORM,
        Rule.CERTIFICATE_OTHER_REGION,
        value,
        region);
  }

  public static List<Violation> rulePriority(String field, int priority) {
    return FieldRules.range(field, Rule.RULE_PRIORITY_RANGE, priority, PRIORITY_MIN, PRIORITY_MAX);
  }

  /** For people; may be empty. */
  public static List<Violation> ruleName(String field, String name) {
    List<Violation> found =
        new ArrayList<>(FieldRules.atMost(field, Rule.RULE_NAME_LENGTH, name, RULE_NAME_MAX));
    found.addAll(FieldRules.characters(field, Rule.TAG_CHARACTERS, name, TagRules::isTagCharacter));
    return found;
  }

  static List<Violation> check(EnvironmentSpec environment) {
    List<ListenerSpec> listeners = environment.listeners();
    List<Violation> found = new ArrayList<>();
    if (listeners.isEmpty()) {
      found.add(Violation.of("listeners", Rule.LISTENER_REQUIRED));
    }
    Set<Integer> ports = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int index = 0; index < listeners.size(); index++) {
      ListenerSpec listener = listeners.get(index);
      String field = "listeners[" + index + "]";
      found.addAll(FieldRules.listenerName(field + ".name", listener.name()));
      if (!listener.name().isEmpty() && !names.add(listener.name())) {
        found.add(Violation.of(field + ".name", Rule.NAME_TWICE, listener.name()));
      }
      found.addAll(FieldRules.port(field + ".port", listener.port()));
      if (!ports.add(listener.port())) {
        found.add(Violation.of(field + ".port", Rule.LISTENER_PORT_TWICE, listener.port()));
      }
      found.addAll(tls(field + ".tls", listener, environment.region()));
      found.addAll(
          ActionRules.check(
              field, "defaultAction", listener.defaultAction(), listener, environment));
      found.addAll(rules(field + ".rules", listener, environment));
    }
    found.addAll(quotas(environment));
    return found;
  }

  private static List<Violation> tls(String field, ListenerSpec listener, String region) {
    boolean https = listener.protocol() == Protocol.HTTPS;
    if (https != listener.tls().isPresent()) {
      return List.of(Violation.of(field, https ? Rule.HTTPS_NEEDS_TLS : Rule.HTTP_WITHOUT_TLS));
    }
    List<Violation> found = new ArrayList<>();
    listener
        .tls()
        .ifPresent(
            tls -> {
              found.addAll(tlsPolicy(field + ".policy", tls.policy()));
              found.addAll(certificateArn(field + ".certificateArn", tls.certificateArn(), region));
              found.addAll(
                  further(field + ".furtherCertificateArns", tls.furtherCertificateArns(), region));
            });
    return found;
  }

  private static List<Violation> further(String field, List<String> arns, String region) {
    List<Violation> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < arns.size(); index++) {
      String at = field + "[" + index + "]";
      found.addAll(certificateArn(at, arns.get(index), region));
      if (!seen.add(arns.get(index))) {
        found.add(Violation.of(at, Rule.CERTIFICATE_TWICE, arns.get(index)));
      }
    }
    return found;
  }

  private static List<Violation> rules(
      String field, ListenerSpec listener, EnvironmentSpec environment) {
    List<Violation> found = new ArrayList<>();
    Set<Integer> priorities = new HashSet<>();
    for (int index = 0; index < listener.rules().size(); index++) {
      ListenerRuleSpec rule = listener.rules().get(index);
      String at = field + "[" + index + "]";
      found.addAll(ruleName(at + ".name", rule.name()));
      found.addAll(rulePriority(at + ".priority", rule.priority()));
      if (!priorities.add(rule.priority())) {
        found.add(Violation.of(at + ".priority", Rule.RULE_PRIORITY_TWICE, rule.priority()));
      }
      found.addAll(ConditionRules.check(at + ".conditions", rule.conditions()));
      found.addAll(ActionRules.check(at, "action", rule.action(), listener, environment));
    }
    return found;
  }

  /** What AWS counts over the whole load balancer. */
  private static List<Violation> quotas(EnvironmentSpec environment) {
    List<ListenerSpec> listeners = environment.listeners();
    Set<String> groups = new LinkedHashSet<>();
    listeners.forEach(listener -> groups.addAll(listener.targetGroups()));
    int targets =
        groups.stream()
            .flatMap(name -> environment.targetGroup(name).stream())
            .mapToInt(group -> group.targets().size())
            .sum();
    List<Violation> found = new ArrayList<>();
    found.addAll(atMost(Rule.LISTENERS_TOO_MANY, listeners.size(), LISTENERS_MAX));
    found.addAll(
        atMost(
            Rule.RULES_TOO_MANY,
            listeners.stream().mapToInt(listener -> listener.rules().size()).sum(),
            RULES_MAX));
    found.addAll(
        atMost(
            Rule.CERTIFICATES_TOO_MANY, furtherCertificates(listeners), FURTHER_CERTIFICATES_MAX));
    found.addAll(atMost(Rule.TARGET_GROUPS_TOO_MANY, groups.size(), TARGET_GROUPS_MAX));
    found.addAll(atMost(Rule.LOAD_BALANCER_TARGETS_TOO_MANY, targets, TargetRules.TARGETS_MAX));
    return found;
  }

  /** One that several listeners have counts once, and a listener's own default does not count. */
  private static int furtherCertificates(List<ListenerSpec> listeners) {
    Set<String> arns = new HashSet<>();
    for (ListenerSpec listener : listeners) {
      listener
          .tls()
          .ifPresent(
              tls ->
                  tls.furtherCertificateArns().stream()
                      .filter(arn -> !arn.equals(tls.certificateArn()))
                      .forEach(arns::add));
    }
    return arns.size();
  }

  private static List<Violation> atMost(Rule rule, int count, int max) {
    return count <= max ? List.of() : List.of(Violation.of("listeners", rule, count, max));
  }
}
