package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** AWS's rules on what is done with a request: one field each for a form, and together. */
public final class ActionRules {
  public static final int FORWARD_MAX = 5;
  public static final int WEIGHT_MAX = 999;
  public static final int REDIRECT_MAX = 128;
  public static final int BODY_MAX = 1024;

  /** API_FixedResponseActionConfig, ContentType. */
  public static final List<String> CONTENT_TYPES =
      List.of("text/plain", "text/css", "text/html", "application/javascript", "application/json");

  private ActionRules() {}

  /** A target group's share of a forward action. */
  public static List<Violation> weight(String field, int weight) {
    return FieldRules.range(field, Rule.WEIGHT_RANGE, weight, 0, WEIGHT_MAX);
  }

  public static List<Violation> redirectHost(String field, String host) {
    return redirectPart(
        field, FieldRules.length(field, Rule.REDIRECT_LENGTH, host, REDIRECT_MAX), host);
  }

  public static List<Violation> redirectPath(String field, String path) {
    List<Violation> found =
        redirectPart(
            field, FieldRules.length(field, Rule.REDIRECT_LENGTH, path, REDIRECT_MAX), path);
    if (!path.isEmpty() && !path.startsWith("/")) {
      found.add(Violation.of(field, Rule.REDIRECT_PATH_SLASH));
    }
    return found;
  }

  /** May be empty. */
  public static List<Violation> redirectQuery(String field, String query) {
    List<Violation> found =
        redirectPart(
            field, FieldRules.atMost(field, Rule.REDIRECT_LENGTH, query, REDIRECT_MAX), query);
    if (query.startsWith("?")) {
      found.add(Violation.of(field, Rule.REDIRECT_QUERY_MARK));
    }
    return found;
  }

  private static List<Violation> redirectPart(String field, List<Violation> length, String value) {
    List<Violation> found = new ArrayList<>(length);
    found.addAll(
        FieldRules.characters(field, Rule.REDIRECT_CHARACTERS, value, FieldRules::isPrintable));
    return found;
  }

  public static List<Violation> responseStatus(String field, int status) {
    return (status >= 200 && status <= 299) || (status >= 400 && status <= 599)
        ? List.of()
        : List.of(Violation.of(field, Rule.RESPONSE_STATUS, status));
  }

  /** May be empty. */
  public static List<Violation> responseBody(String field, String body) {
    return FieldRules.atMost(field, Rule.RESPONSE_BODY_LENGTH, body, BODY_MAX);
  }

  public static List<Violation> contentType(String field, String value) {
    return CONTENT_TYPES.contains(value)
        ? List.of()
        : List.of(
            Violation.of(
                field, Rule.RESPONSE_CONTENT_TYPE, value, String.join(", ", CONTENT_TYPES)));
  }

  /**
   * The action of a listener or of one of its rules.
   *
   * @param owner the listener or rule
   * @param name of the action there: {@code defaultAction} or {@code action}
   */
  static List<Violation> check(
      String owner,
      String name,
      ActionSpec action,
      ListenerSpec listener,
      EnvironmentSpec environment) {
    String field = owner + "." + name;
    return switch (action) {
      case ActionSpec.Forward forward -> forward(owner, field, forward, listener, environment);
      case ActionSpec.Redirect redirect -> redirect(field, redirect, listener);
      case ActionSpec.FixedResponse(int status, String contentType, String body) -> {
        List<Violation> found = new ArrayList<>(responseStatus(field + ".status", status));
        found.addAll(contentType(field + ".contentType", contentType));
        found.addAll(responseBody(field + ".body", body));
        yield found;
      }
    };
  }

  private static List<Violation> forward(
      String owner,
      String field,
      ActionSpec.Forward forward,
      ListenerSpec listener,
      EnvironmentSpec environment) {
    List<WeightedTargetGroup> groups = forward.targetGroups();
    List<Violation> found = new ArrayList<>();
    if (groups.isEmpty()) {
      found.add(Violation.of(field, Rule.FORWARD_REQUIRED));
    }
    if (groups.size() > FORWARD_MAX) {
      found.add(Violation.of(field, Rule.FORWARD_TOO_MANY, groups.size(), FORWARD_MAX));
    }
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < groups.size(); index++) {
      WeightedTargetGroup group = groups.get(index);
      String at = field + ".targetGroups[" + index + "]";
      // a spec file says "targetGroup: name" for an action that is no more than that
      String nameField = groups.size() == 1 ? owner + ".targetGroup" : at + ".targetGroup";
      found.addAll(reachable(nameField, group.targetGroup(), listener, environment));
      if (!seen.add(group.targetGroup())) {
        found.add(Violation.of(nameField, Rule.FORWARD_TWICE, group.targetGroup()));
      }
      found.addAll(weight(at + ".weight", group.weight()));
    }
    forward
        .stickinessSeconds()
        .ifPresent(
            seconds ->
                found.addAll(
                    TargetGroupRules.stickinessSeconds(field + ".stickinessSeconds", seconds)));
    return found;
  }

  private static List<Violation> reachable(
      String field, String name, ListenerSpec listener, EnvironmentSpec environment) {
    var group = environment.targetGroup(name);
    if (group.isEmpty()) {
      return List.of(Violation.of(field, Rule.LISTENER_TARGET_GROUP_UNKNOWN, name));
    }
    boolean plain =
        group.get().targetType() == TargetType.LAMBDA
            || group.get().protocolVersion() == ProtocolVersion.HTTP1;
    return plain || listener.protocol() == Protocol.HTTPS
        ? List.of()
        : List.of(
            Violation.of(
                field, Rule.HTTPS_NEEDED_BY_GROUP, name, group.get().protocolVersion().name()));
  }

  private static List<Violation> redirect(
      String field, ActionSpec.Redirect redirect, ListenerSpec listener) {
    List<Violation> found = new ArrayList<>();
    boolean toHttp = redirect.protocol().filter(each -> each == Protocol.HTTP).isPresent();
    if (toHttp && listener.protocol() == Protocol.HTTPS) {
      found.add(Violation.of(field + ".protocol", Rule.REDIRECT_TO_HTTP));
    }
    redirect.port().ifPresent(port -> found.addAll(FieldRules.port(field + ".port", port)));
    redirect.host().ifPresent(host -> found.addAll(redirectHost(field + ".host", host)));
    redirect.path().ifPresent(path -> found.addAll(redirectPath(field + ".path", path)));
    redirect.query().ifPresent(query -> found.addAll(redirectQuery(field + ".query", query)));
    if (!changes(redirect, listener)) {
      found.add(Violation.of(field, Rule.REDIRECT_UNCHANGED));
    }
    return found;
  }

  /** Whether the client asks something else the next time; the query does not count. */
  private static boolean changes(ActionSpec.Redirect redirect, ListenerSpec listener) {
    return redirect.protocol().filter(each -> each != listener.protocol()).isPresent()
        || (redirect.port().isPresent() && redirect.port().getAsInt() != listener.port())
        || redirect.host().filter(each -> !each.equals("#{host}")).isPresent()
        || redirect.path().filter(each -> !each.equals("/#{path}")).isPresent();
  }
}
