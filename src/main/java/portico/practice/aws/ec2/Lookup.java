package portico.practice.aws.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;

/** Finds resources by id, and writes what most of them have in common. */
final class Lookup {
  private Lookup() {}

  /** The kinds of resources, with EC2's code and wording for one that does not exist. */
  enum Kind {
    VPC("InvalidVpcID.NotFound", "The vpc ID '%s' does not exist"),
    SUBNET("InvalidSubnetID.NotFound", "The subnet ID '%s' does not exist"),
    ROUTE_TABLE("InvalidRouteTableID.NotFound", "The routeTable ID '%s' does not exist"),
    GATEWAY("InvalidInternetGatewayID.NotFound", "The internetGateway ID '%s' does not exist"),
    INSTANCE("InvalidInstanceID.NotFound", "The instance ID '%s' does not exist"),
    GROUP("InvalidGroup.NotFound", "The security group '%s' does not exist"),
    RULE("InvalidSecurityGroupRuleId.NotFound", "The security group rule ID '%s' does not exist"),
    IPAM_POOL("InvalidIpamPoolId.NotFound", "The ipam-pool ID '%s' does not exist"),
    NETWORK_INTERFACE(
        "InvalidNetworkInterfaceID.NotFound", "The networkInterface ID '%s' does not exist");

    private final String code;
    private final String message;

    Kind(String code, String message) {
      this.code = code;
      this.message = message;
    }

    AwsException missing(String id) {
      return new AwsException(code, message.replace("%s", id));
    }
  }

  /** The resource with an id, or EC2's refusal. */
  static <T> T one(Map<String, T> all, String id, Kind kind) {
    return Optional.ofNullable(all.get(id)).orElseThrow(() -> kind.missing(id));
  }

  /** The resources a request names, in its order, or all of them if it names none. */
  static <T> List<T> named(Parameters parameters, String name, Map<String, T> all, Kind kind) {
    List<String> ids = parameters.list(name);
    if (ids.isEmpty()) {
      return List.copyOf(all.values());
    }
    List<T> found = new ArrayList<>();
    ids.stream().distinct().forEach(id -> found.add(one(all, id, kind)));
    return found;
  }

  /** A parameter that must be there. */
  static String required(Parameters parameters, String name) {
    return parameters
        .text(name)
        .orElseThrow(
            () ->
                new AwsException(
                    "MissingParameter", "The request must contain the parameter " + name));
  }

  /** Writes tags as EC2 does. */
  static void tags(Xml xml, Map<String, String> tags) {
    xml.list(
        "tagSet",
        "item",
        tags.entrySet(),
        tag -> xml.text("key", tag.getKey()).text("value", tag.getValue()));
  }
}
