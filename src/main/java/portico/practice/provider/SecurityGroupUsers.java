package portico.practice.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Finds out why AWS does not delete a security group. */
final class SecurityGroupUsers {
  private SecurityGroupUsers() {}

  /** Who keeps a group from being deleted: network interfaces, and rules of other groups. */
  static String named(String id, Call call) {
    List<String> users = new ArrayList<>();
    Filter attached = Filter.builder().name("group-id").values(id).build();
    CallFailed.call(
            "DescribeNetworkInterfaces",
            () -> call.ec2().describeNetworkInterfaces(request -> request.filters(attached)))
        .networkInterfaces()
        .forEach(face -> users.add("network interface " + shown(face)));
    for (String filter : List.of("ip-permission.group-id", "egress.ip-permission.group-id")) {
      Filter naming = Filter.builder().name(filter).values(id).build();
      CallFailed.call(
              "DescribeSecurityGroups",
              () -> call.ec2().describeSecurityGroups(request -> request.filters(naming)))
          .securityGroups()
          .stream()
          .filter(group -> !group.groupId().equals(id))
          .forEach(
              group ->
                  users.add(
                      "a rule of security group "
                          + group.groupId()
                          + " ("
                          + group.groupName()
                          + ")"));
    }
    return users.isEmpty() ? "something that AWS does not name" : String.join(", ", users);
  }

  private static String shown(NetworkInterface face) {
    String description =
        Optional.ofNullable(face.description())
            .filter(text -> !text.isEmpty())
            .orElse("no description");
    return face.networkInterfaceId() + " (" + description + ", " + face.statusAsString() + ")";
  }
}
