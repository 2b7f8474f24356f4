package portico.catalog;

import java.util.Arrays;
import java.util.List;

/**
 * Something about an existing load balancer that a spec cannot say, or that comes out otherwise in
 * an environment made from it.
 *
 * @param kind what it is
 * @param facts names, ids and values, in the order in which the kind's words tell them
 */
public record TakeoverRemark(Kind kind, List<String> facts) {
  public TakeoverRemark {
    facts = List.copyOf(facts);
  }

  /** With facts as texts. */
  public static TakeoverRemark of(Kind kind, Object... facts) {
    return new TakeoverRemark(kind, Arrays.stream(facts).map(String::valueOf).toList());
  }

  /** How grave it is, the gravest first. */
  public enum Weight {
    /** Somebody has to decide before the new one can take the old one's place. */
    DECIDE,
    /** The new one serves otherwise. */
    DIFFERS,
    /** To be known; the new one serves the same. */
    NOTE
  }

  /** What can be said. */
  public enum Kind {
    /** Where, the action's type. Closed: answered with 503. */
    SIGN_IN(Weight.DECIDE),
    /** Where, the action's type. Closed: answered with 503. */
    ACTION_UNKNOWN(Weight.DECIDE),
    /** Where, why. Closed: answered with 503. */
    FORWARD_INCOMPLETE(Weight.DECIDE),
    /** Listener, mode. Closed: answered with 503. */
    CLIENT_CERTIFICATES(Weight.DECIDE),
    /** Where, the condition. The rule is left out. */
    CONDITION_UNKNOWN(Weight.DECIDE),
    /** Listener, protocol. It is left out. */
    LISTENER_UNKNOWN(Weight.DECIDE),
    /** Group, what it is. It is left out. */
    GROUP_UNKNOWN(Weight.DECIDE),
    /** Security group, network, the listener ports that it reaches. */
    NETWORK_NOT_EVERYWHERE(Weight.DECIDE),
    /** No network can be named that reaches all listeners. */
    NO_NETWORK(Weight.DECIDE),
    /** Where, header. */
    KEY_REPLACED(Weight.DIFFERS),
    /** Where, header. */
    KEYS_REPLACED(Weight.DIFFERS),
    /** Where, the transform's type. */
    TRANSFORM(Weight.DIFFERS),
    /** Resource, key, value. */
    ATTRIBUTE(Weight.DIFFERS),
    /** Resource, field, value. */
    FIELD(Weight.DIFFERS),
    /** Bucket. */
    HEALTH_CHECK_LOGS(Weight.DIFFERS),
    /** Units. */
    CAPACITY(Weight.DIFFERS),
    /** Group, target, state. */
    TARGET_LEAVING(Weight.DIFFERS),
    /** The tag that tells who manages it. */
    MANAGED(Weight.DIFFERS),
    /** Resource, tags. */
    TAGS_LEFT_OUT(Weight.DIFFERS),
    /** Where, the name that AWS has. */
    NAME_LEFT_OUT(Weight.DIFFERS),
    /** Environment of Portico. */
    OF_PORTICO(Weight.NOTE),
    /** Number of targets. */
    SAME_TARGETS(Weight.NOTE),
    /** Group, the other load balancers. */
    GROUP_SHARED(Weight.NOTE),
    /** Security group, its name. */
    SECURITY_GROUP_OWN(Weight.NOTE),
    /** Security group, its name. */
    SECURITY_GROUP_KEPT(Weight.NOTE),
    /** Security group, the rule. */
    SECURITY_RULE_LEFT_OUT(Weight.NOTE),
    /** Security group of targets. */
    TARGETS_OPENED(Weight.NOTE),
    /** Web ACL. */
    WEB_ACL_SHARED(Weight.NOTE),
    /** Bucket. */
    LOGS_SHARED(Weight.NOTE),
    /** Function. */
    FUNCTION_PERMISSION(Weight.NOTE),
    /** Nothing tells what is served. */
    SERVICE_UNKNOWN(Weight.NOTE),
    /** DNS name: names that lead to it are not read. */
    NOT_LOOKED_AT(Weight.NOTE);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    public Weight weight() {
      return weight;
    }
  }
}
