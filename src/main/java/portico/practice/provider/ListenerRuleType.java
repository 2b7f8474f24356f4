package portico.practice.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;

/** Rules of listeners. Without a priority, the next one after the listener's last rule is taken. */
final class ListenerRuleType implements ResourceKind {
  private static final Set<String> ABSENT = Set.of("RuleNotFound", "ListenerNotFound");
  private static final String TOKEN = "aws:lb/listenerRule:ListenerRule";
  private static final String LISTENER = "listenerArn";
  private static final String PRIORITY = "priority";
  private static final String ACTIONS = "actions";
  private static final int LAST_PRIORITY = 50000;

  private static final Schema SCHEMA =
      Schema.of(
              Property.text(LISTENER).required().replaces().rule(ValueRule.arn()),
              Property.whole(PRIORITY).computed().rule(ValueRule.range(1, LAST_PRIORITY)),
              Actions.property(ACTIONS),
              Conditions.property(),
              Property.output("arn"))
          .and(Tagging.properties());

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public PropertyMap complete(PropertyMap inputs, Naming naming, Checker checker) {
    Actions.check(ACTIONS, inputs, checker);
    Conditions.check(inputs, checker);
    return inputs;
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String listener = inputs.text(LISTENER).orElseThrow();
    int priority = inputs.integer(PRIORITY).orElseGet(() -> next(listener, call));
    return new Taken<Rule>(
            () ->
                rules(listener, call).stream()
                    .filter(rule -> rule.priority().equals(Integer.toString(priority)))
                    .findFirst(),
            found -> adopted(found, listener, inputs, call),
            "PriorityInUse")
        .madeOrTaken(
            () ->
                CallFailed.hiding(
                        Conditions.secrets(inputs),
                        "CreateRule",
                        () -> call.elb().createRule(creation(listener, priority, inputs)))
                    .rules()
                    .getFirst()
                    .ruleArn());
  }

  private static int next(String listener, Call call) {
    return 1 + rules(listener, call).stream().mapToInt(ListenerRuleType::priority).max().orElse(0);
  }

  private static String adopted(Rule existing, String listener, PropertyMap inputs, Call call) {
    String arn = existing.ruleArn();
    boolean ours = ElbTags.owned(arn, inputs, call);
    call.adopt("a rule with priority %s of %s".formatted(existing.priority(), listener), arn, ours);
    return arn;
  }

  @Override
  public void converge(String arn, PropertyMap inputs, Call call) {
    Rule actual = call.awaitFound("the rule " + arn, () -> find(arn, call));
    convergePriority(actual, inputs, call);
    if (!same(actual, inputs)) {
      CallFailed.hiding(
          Conditions.secrets(inputs),
          "ModifyRule",
          () ->
              call.elb()
                  .modifyRule(
                      request ->
                          request
                              .ruleArn(arn)
                              .actions(Actions.request(ACTIONS, inputs))
                              .conditions(Conditions.request(inputs))));
    }
    ElbTags.converge(arn, inputs, call);
  }

  private static void convergePriority(Rule actual, PropertyMap inputs, Call call) {
    Optional<Integer> wanted = inputs.integer(PRIORITY).filter(each -> each != priority(actual));
    if (wanted.isPresent()) {
      RulePriorityPair pair =
          RulePriorityPair.builder().ruleArn(actual.ruleArn()).priority(wanted.get()).build();
      CallFailed.call(
          "SetRulePriorities",
          () -> call.elb().setRulePriorities(request -> request.rulePriorities(pair)));
    }
  }

  private static boolean same(Rule actual, PropertyMap inputs) {
    return Schema.same(
            Actions.property(ACTIONS),
            Optional.of(Actions.state(actual.actions())),
            inputs.get(ACTIONS).orElseThrow())
        && Schema.same(
            Conditions.property(),
            Optional.of(Conditions.state(actual.conditions())),
            inputs.get(Conditions.PROPERTY).orElseThrow());
  }

  @Override
  public Optional<Snapshot> read(String arn, PropertyMap hint, Call call) {
    return find(arn, call).map(found -> new Snapshot(arn, ElbTags.state(state(found), arn, call)));
  }

  @Override
  public void delete(String arn, PropertyMap state, Call call) {
    CallFailed.find(
        "DeleteRule", ABSENT, () -> call.elb().deleteRule(request -> request.ruleArn(arn)));
  }

  private static CreateRuleRequest creation(String listener, int priority, PropertyMap inputs) {
    CreateRuleRequest.Builder request =
        CreateRuleRequest.builder()
            .listenerArn(listener)
            .priority(priority)
            .actions(Actions.request(ACTIONS, inputs))
            .conditions(Conditions.request(inputs));
    ElbTags.wanted(inputs).ifPresent(request::tags);
    return request.build();
  }

  private static PropertyMap state(Rule found) {
    return PropertyMap.EMPTY
        .with("arn", PropertyValue.of(found.ruleArn()))
        .with(LISTENER, PropertyValue.of(listener(found.ruleArn())))
        .with(PRIORITY, PropertyValue.of(priority(found)))
        .with(ACTIONS, Actions.state(found.actions()))
        .with(Conditions.PROPERTY, Conditions.state(found.conditions()));
  }

  /**
   * {@code ...:listener-rule/app/name/lb/listener/rule} belongs to {@code
   * ...:listener/app/name/lb/listener}.
   */
  private static String listener(String rule) {
    return rule.substring(0, rule.lastIndexOf('/')).replace(":listener-rule/", ":listener/");
  }

  private static int priority(Rule rule) {
    return rule.priority().matches("\\d+") ? Integer.parseInt(rule.priority()) : 0;
  }

  static List<Rule> rules(String listener, Call call) {
    return CallFailed.call(
        "DescribeRules",
        () ->
            call
                .elb()
                .describeRulesPaginator(request -> request.listenerArn(listener))
                .rules()
                .stream()
                .toList());
  }

  private static Optional<Rule> find(String arn, Call call) {
    return CallFailed.find(
            "DescribeRules",
            ABSENT,
            () -> call.elb().describeRules(request -> request.ruleArns(arn)))
        .flatMap(answer -> answer.rules().stream().findFirst());
  }
}
