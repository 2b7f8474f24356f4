package portico.program;

import portico.program.RecordedResources.Declared;

/** What the program declares for a spec that uses everything. */
final class WholeDeclared {
  static final String RULE = "aws:lb/listenerRule:ListenerRule";
  static final String LISTENER = "aws:lb/listener:Listener";
  static final String GROUP = "aws:lb/targetGroup:TargetGroup";
  static final String ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
  static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  static final String RECORD = "aws:route53/record:Record";
  static final String TARGETS = "sg-0123456789abcdef0";
  static final RecordedResources WHOLE = RecordedResources.of(WholeSpec.spec());

  private WholeDeclared() {}

  static Declared named(String type, String name) {
    return WHOLE.named(type, name);
  }
}
