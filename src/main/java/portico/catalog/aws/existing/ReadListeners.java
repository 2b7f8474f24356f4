package portico.catalog.aws.existing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.catalog.TakeoverRemark.Kind;
import portico.catalog.aws.existing.BalancerAnswers.ListenerAnswers;
import portico.model.FieldRules;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerRules;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.TlsSpec;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Listeners with their certificates and rules. */
final class ReadListeners {
  private static final Set<String> FIELDS =
      Set.of(
          "ListenerArn",
          "LoadBalancerArn",
          "Port",
          "Protocol",
          "Certificates",
          "SslPolicy",
          "DefaultActions",
          "MutualAuthentication");

  private static final Set<String> RULE_FIELDS =
      Set.of("RuleArn", "Priority", "Conditions", "Actions", "IsDefault", "Transforms");

  private static final String REQUEST_HEADER = "routing.http.request.";
  private static final String HEADER_NAME = ".header_name";

  private final BalancerAnswers answers;
  private final Remarks remarks;
  private final Tags tags;
  private final ReadActions actions;
  private final ReadConditions conditions;
  private final Set<String> names = new HashSet<>();

  ReadListeners(BalancerAnswers answers, Remarks remarks, Tags tags, ReadActions actions) {
    this.answers = answers;
    this.remarks = remarks;
    this.tags = tags;
    this.actions = actions;
    this.conditions = new ReadConditions(remarks);
  }

  List<ListenerSpec> all() {
    List<ListenerSpec> read = new ArrayList<>();
    for (ListenerAnswers each : answers.listeners()) {
      Optional<Protocol> protocol = ReadGroups.protocol(each.listener().protocolAsString());
      if (protocol.isPresent()) {
        read.add(listener(each, protocol.get()));
      } else {
        remarks.add(
            Kind.LISTENER_UNKNOWN, each.listener().port(), each.listener().protocolAsString());
      }
    }
    return read;
  }

  private ListenerSpec listener(ListenerAnswers answer, Protocol protocol) {
    Listener listener = answer.listener();
    String name = name(listener, protocol);
    Where where = Where.listener(name, asksForCertificates(name, listener));
    remarks.rest(where.text(), listener, FIELDS);
    remarks.attributes(where.text(), answer.attributes(), Set.of(), usual(answer.attributes()));
    tags.remarkOthers(where.text(), listener.listenerArn(), remarks);
    return new ListenerSpec(
        name,
        protocol,
        listener.port(),
        protocol == Protocol.HTTPS ? Optional.of(tls(answer)) : Optional.empty(),
        actions.of(where, listener.defaultActions()),
        answer.rules().stream()
            .filter(rule -> !Boolean.TRUE.equals(rule.isDefault()))
            .flatMap(rule -> rule(name, where, rule).stream())
            .toList());
  }

  private boolean asksForCertificates(String name, Listener listener) {
    String mode =
        Optional.ofNullable(listener.mutualAuthentication()).map(each -> each.mode()).orElse("off");
    if (!mode.equals("off")) {
      remarks.add(Kind.CLIENT_CERTIFICATES, name, mode);
    }
    return !mode.equals("off");
  }

  /** AWS gives listeners no name; Portico and others use the Name tag. */
  private String name(Listener listener, Protocol protocol) {
    String tag = tags.nameOf(listener.listenerArn());
    if (FieldRules.listenerName("name", tag).isEmpty() && names.add(tag)) {
      return tag;
    }
    String made = protocol.name().toLowerCase(Locale.ROOT) + "-" + listener.port();
    if (!tag.isEmpty()) {
      remarks.add(Kind.NAME_LEFT_OUT, "listener " + made, tag);
    }
    names.add(made);
    return made;
  }

  /** AWS names a header as the attribute's key does, in the usual spelling of headers. */
  private static Map<String, String> usual(Map<String, String> attributes) {
    Map<String, String> usual = new HashMap<>();
    usual.put("routing.http.response.server.enabled", "true");
    attributes.forEach(
        (key, value) -> {
          if (key.startsWith(REQUEST_HEADER) && key.endsWith(HEADER_NAME)) {
            String header =
                key.substring(REQUEST_HEADER.length(), key.length() - HEADER_NAME.length());
            if (header.replace('_', '-').equalsIgnoreCase(value)) {
              usual.put(key, value);
            }
          }
        });
    return usual;
  }

  private static TlsSpec tls(ListenerAnswers answer) {
    String first =
        answer.listener().certificates().stream()
            .map(Certificate::certificateArn)
            .findFirst()
            .orElse("");
    return new TlsSpec(
        Optional.ofNullable(answer.listener().sslPolicy()).orElse(""),
        first,
        answer.certificates().stream()
            .filter(each -> !Boolean.TRUE.equals(each.isDefault()))
            .map(Certificate::certificateArn)
            .filter(each -> !each.equals(first))
            .distinct()
            .toList());
  }

  private Optional<ListenerRuleSpec> rule(String listener, Where at, Rule rule) {
    int priority = Integer.parseInt(rule.priority());
    Where where = at.rule(priority);
    remarks.rest(where.text(), rule, RULE_FIELDS);
    rule.transforms()
        .forEach(each -> remarks.add(Kind.TRANSFORM, where.text(), each.typeAsString()));
    tags.remarkOthers(where.text(), rule.ruleArn(), remarks);
    return conditions
        .of(where, rule.conditions())
        .map(
            read ->
                new ListenerRuleSpec(
                    ruleName(listener, where, rule),
                    priority,
                    read,
                    actions.of(where, rule.actions())));
  }

  /** The Name tag; Portico writes one by itself where the user gave none. */
  private String ruleName(String listener, Where where, Rule rule) {
    String tag = tags.nameOf(rule.ruleArn());
    if (tag.equals(listener + "-rule-" + rule.priority())) {
      return "";
    }
    if (!ListenerRules.ruleName("name", tag).isEmpty()) {
      remarks.add(Kind.NAME_LEFT_OUT, where.text(), tag);
      return "";
    }
    return tag;
  }
}
