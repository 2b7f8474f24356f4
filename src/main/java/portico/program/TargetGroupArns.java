package portico.program;

import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.Optional;
import portico.model.ActionSpec;

/** The target groups' ARNs, by the names that actions use. */
record TargetGroupArns(Map<String, TargetGroup> groups) {

  /**
   * @throws IllegalArgumentException for a name that no group has; specs are checked before
   */
  Output<String> of(String name) {
    return Optional.ofNullable(groups.get(name))
        .map(TargetGroup::arn)
        .orElseThrow(() -> new IllegalArgumentException("no target group " + name));
  }

  /** Of a forward to a single group. */
  Output<String> only(ActionSpec.Forward forward) {
    return of(forward.targetGroups().getFirst().targetGroup());
  }

  /** Whether the ARN alone says it all: AWS then reports it in that short form. */
  static boolean isPlain(ActionSpec.Forward forward) {
    return forward.targetGroups().size() == 1 && forward.stickinessSeconds().isEmpty();
  }
}
