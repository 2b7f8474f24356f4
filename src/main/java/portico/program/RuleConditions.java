package portico.program;

import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHostHeaderArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHttpHeaderArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHttpRequestMethodArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionQueryStringArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionSourceIpArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.function.UnaryOperator;
import portico.model.ConditionSpec;

/**
 * What a request must be like for a rule to take it.
 *
 * @param keys the key of a name; what it gives is marked as a secret, so that the engine encrypts
 *     it in its state and shows it nowhere
 */
record RuleConditions(UnaryOperator<String> keys) {

  ListenerRuleConditionArgs of(ConditionSpec condition) {
    ListenerRuleConditionArgs.Builder made = ListenerRuleConditionArgs.builder();
    return switch (condition) {
      case ConditionSpec.HostHeader(List<String> values) ->
          made.hostHeader(ListenerRuleConditionHostHeaderArgs.builder().values(values).build())
              .build();
      case ConditionSpec.PathPattern(List<String> values) ->
          made.pathPattern(ListenerRuleConditionPathPatternArgs.builder().values(values).build())
              .build();
      case ConditionSpec.HttpHeader(String name, List<String> values) ->
          made.httpHeader(
                  ListenerRuleConditionHttpHeaderArgs.builder()
                      .httpHeaderName(name)
                      .values(values)
                      .build())
              .build();
      case ConditionSpec.ApiKey key -> made.httpHeader(header(key)).build();
      case ConditionSpec.RequestMethod(List<String> values) ->
          made.httpRequestMethod(
                  ListenerRuleConditionHttpRequestMethodArgs.builder().values(values).build())
              .build();
      case ConditionSpec.QueryString(List<ConditionSpec.QueryValue> values) ->
          made.queryStrings(values.stream().map(RuleConditions::pair).toList()).build();
      case ConditionSpec.SourceIp(List<String> values) ->
          made.sourceIp(ListenerRuleConditionSourceIpArgs.builder().values(values).build()).build();
    };
  }

  private ListenerRuleConditionHttpHeaderArgs header(ConditionSpec.ApiKey key) {
    return ListenerRuleConditionHttpHeaderArgs.builder()
        .httpHeaderName(key.header())
        .values(Output.ofSecret(List.of(key.prefix() + keys.apply(key.keyName()))))
        .build();
  }

  private static ListenerRuleConditionQueryStringArgs pair(ConditionSpec.QueryValue value) {
    ListenerRuleConditionQueryStringArgs.Builder pair =
        ListenerRuleConditionQueryStringArgs.builder().value(value.value());
    value.key().ifPresent(pair::key);
    return pair.build();
  }
}
