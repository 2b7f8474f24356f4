package portico.practice.aws.data;

import java.util.List;
import portico.practice.aws.elb.TargetHealth;
import portico.practice.aws.state.TargetGroup;

/** A target group with its targets, draining ones among them. */
record Pool(TargetGroup group, TargetHealth health, List<Member> members) {
  Values values() {
    return new Values(group.attributes());
  }

  boolean functions() {
    return group.targetType().equals("lambda");
  }

  /** HTTP1, HTTP2 or GRPC. */
  String version() {
    return group.protocolVersion().isEmpty() ? "HTTP1" : group.protocolVersion();
  }

  boolean secure() {
    return group.protocol().equals("HTTPS");
  }
}
