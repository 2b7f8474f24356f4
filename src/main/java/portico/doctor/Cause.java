package portico.doctor;

import java.util.List;
import java.util.Optional;
import portico.model.Protocol;

/** Something that keeps a target from being healthy, or that was looked at because it could. */
public sealed interface Cause {
  /**
   * No security group of the target lets the load balancer in.
   *
   * @param groupIds the target's groups
   */
  record TargetClosed(List<String> groupIds, int port) implements Cause {
    public TargetClosed {
      groupIds = List.copyOf(groupIds);
    }
  }

  /** The load balancer's own groups do not let it out to the target. */
  record BalancerClosed(List<String> groupIds, int port) implements Cause {
    public BalancerClosed {
      groupIds = List.copyOf(groupIds);
    }
  }

  /** A network ACL of a subnet; Portico does not read those. */
  record NetworkAcl(int port) implements Cause {}

  /** The load balancer has no subnet in the target's zone. */
  record ZoneNotEnabled(String zone) implements Cause {}

  /** No listener and no rule forwards to the group. */
  record NotForwarded(String group) implements Cause {}

  /**
   * @param state EC2's word, such as stopped
   */
  record NotRunning(String instanceId, String state) implements Cause {}

  /** No such instance is in the VPC any more. */
  record Gone(String instanceId) implements Cause {}

  /**
   * The check goes to another port than the server uses unless told otherwise.
   *
   * @param port that is checked
   */
  record UnusualPort(int port, String server, int usual) implements Cause {}

  /** Nothing listens on the port; nobody but the machine itself can tell. */
  record NothingListens(int port) implements Cause {}

  /**
   * The server listens on the machine's own loopback address.
   *
   * @param server empty when Portico does not know which it is
   * @param byItself whether this server does so unless told otherwise
   * @param line what makes it listen everywhere; may be empty
   */
  record LoopbackOnly(String server, boolean byItself, String line) implements Cause {}

  /**
   * The server answers when its model is loaded.
   *
   * @param server empty when Portico does not know which it is
   */
  record StillLoading(String server) implements Cause {}

  /**
   * The check waits too short a time.
   *
   * @param wanted what this server needs
   */
  record Impatient(int timeoutSeconds, int wanted) implements Cause {}

  /** The check speaks another protocol than the server. */
  record OtherProtocol(Protocol checked) implements Cause {}

  /**
   * The path is not one that the server has.
   *
   * @param code the answer; empty when not known
   * @param usual the server's own path for this, if it is known
   */
  record WrongPath(String path, Optional<Integer> code, Optional<String> usual) implements Cause {}

  /** The server answers, with a code that the matcher does not accept. */
  record CodeNotAccepted(int code, String matcher) implements Cause {}

  /** The server asks for a key that health checks cannot give. */
  record NeedsKey(int code, String path) implements Cause {}

  /** The server itself is in trouble. */
  record ServerTrouble(int code) implements Cause {}

  /** The address is the load balancer's own, or not one that AWS takes. */
  record UnusableAddress(String address) implements Cause {}

  /** AWS is still taking it in; there is nothing to do but wait. */
  record Registering() implements Cause {}

  /**
   * The first checks are not over.
   *
   * @param intervalSeconds between two of them
   */
  record FirstChecks(int intervalSeconds) implements Cause {}

  /**
   * It leaves, and finishes its requests.
   *
   * @param seconds how long at most
   */
  record Leaving(int seconds) implements Cause {}

  /** It is not registered with the group. */
  record NotRegistered() implements Cause {}

  /** The group is not checked, so nobody knows. */
  record ChecksOff() implements Cause {}

  /** A fault of AWS. */
  record AwsTrouble() implements Cause {}

  /** A reason that Portico does not know. */
  record OtherReason(String reason, String description) implements Cause {}
}
