package portico.practice.aws.ec2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Ids;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.GroupRule;
import portico.practice.aws.state.Peer;
import portico.practice.aws.state.SecurityGroup;
import portico.practice.aws.state.Vpc;

/** Security groups. */
final class SecurityGroups {
  private static final String LETTERS = "[a-zA-Z0-9. _:/()#,@\\[\\]+=&;{}!$*-]*";

  private static final Filters<SecurityGroup> FILTERS =
      new Filters<SecurityGroup>()
          .by("group-id", SecurityGroup::id)
          .by("group-name", SecurityGroup::name)
          .by("description", SecurityGroup::description)
          .by("vpc-id", SecurityGroup::vpcId)
          .by("owner-id", _ -> Account.ID)
          .byAll("ip-permission.cidr", group -> values(group, false, Peer.Kind.IPV4))
          .byAll("ip-permission.ipv6-cidr", group -> values(group, false, Peer.Kind.IPV6))
          .byAll("ip-permission.group-id", group -> values(group, false, Peer.Kind.GROUP))
          .byAll("ip-permission.from-port", group -> ports(group, false, GroupRule::fromPort))
          .byAll("ip-permission.to-port", group -> ports(group, false, GroupRule::toPort))
          .byAll("egress.ip-permission.cidr", group -> values(group, true, Peer.Kind.IPV4))
          .byAll("egress.ip-permission.group-id", group -> values(group, true, Peer.Kind.GROUP))
          .tagged(SecurityGroup::tags);

  private SecurityGroups() {}

  private static Stream<GroupRule> rules(SecurityGroup group, boolean egress) {
    return group.rules().stream().filter(rule -> rule.egress() == egress);
  }

  private static List<String> values(SecurityGroup group, boolean egress, Peer.Kind kind) {
    return rules(group, egress)
        .map(GroupRule::peer)
        .filter(peer -> peer.kind() == kind)
        .map(Peer::value)
        .toList();
  }

  private static List<String> ports(
      SecurityGroup group, boolean egress, Function<GroupRule, Integer> port) {
    return rules(group, egress).map(port).map(String::valueOf).toList();
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<SecurityGroup> named =
        Lookup.named(parameters, "GroupId", call.state().securityGroups(), Lookup.Kind.GROUP);
    List<String> names = parameters.list("GroupName");
    for (String name : names) {
      if (named.stream().noneMatch(group -> group.name().equals(name))) {
        throw Lookup.Kind.GROUP.missing(name);
      }
    }
    List<SecurityGroup> chosen =
        named.stream().filter(each -> names.isEmpty() || names.contains(each.name())).toList();
    Pages<SecurityGroup> page = Pages.ec2(parameters, FILTERS.select(parameters, chosen), 5, 1000);
    GroupXml groups = new GroupXml(call, xml);
    xml.list("securityGroupInfo", "item", page.items(), groups::group);
    xml.maybe("nextToken", page.next());
  }

  static void create(Call call, Parameters parameters, Xml xml) {
    String name = checkedName(Lookup.required(parameters, "GroupName"));
    String description = checkedDescription(Lookup.required(parameters, "GroupDescription"));
    Vpc vpc =
        parameters
            .text("VpcId")
            .map(id -> Lookup.one(call.state().vpcs(), id, Lookup.Kind.VPC))
            .orElseGet(() -> defaultVpc(call));
    if (call.state().securityGroups().values().stream()
        .anyMatch(each -> each.vpcId().equals(vpc.id()) && each.name().equals(name))) {
      throw new AwsException(
          "InvalidGroup.Duplicate",
          "The security group '%s' already exists for VPC '%s'".formatted(name, vpc.id()));
    }
    Map<String, String> tags = Tags.specified(parameters, "security-group");
    Peer anywhere = new Peer(Peer.Kind.IPV4, "0.0.0.0/0");
    GroupRule out =
        new GroupRule(
            Ids.resource("sgr"), true, "-1", -1, -1, anywhere, Optional.empty(), Map.of());
    String id = Ids.resource("sg");
    call.state()
        .securityGroups()
        .put(id, new SecurityGroup(id, name, description, vpc.id(), List.of(out), tags));
    xml.text("groupId", id).text("securityGroupArn", GroupXml.arn(call, id));
    Lookup.tags(xml, tags);
  }

  private static Vpc defaultVpc(Call call) {
    return call.state().vpcs().values().stream()
        .filter(Vpc::isDefault)
        .findFirst()
        .orElseThrow(() -> new AwsException("VPCIdNotSpecified", "No default VPC for this user"));
  }

  private static String checkedName(String name) {
    if (name.equals("default")) {
      throw new AwsException(
          "InvalidParameterValue", "Cannot use reserved security group name: default");
    }
    if (name.startsWith("sg-")) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%s) for parameter GroupName is invalid. Group names may not be in the format sg-*."
              .formatted(name));
    }
    if (name.length() > 255 || !name.matches(LETTERS)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%s) for parameter GroupName is invalid. Character sets beyond ASCII are not supported."
              .formatted(name));
    }
    return name;
  }

  private static String checkedDescription(String description) {
    if (description.length() > 255 || !description.matches(LETTERS)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid security group description. Valid descriptions are strings less than 256 "
              + "characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*");
    }
    return description;
  }

  /** The group a request names by id, or by name in the default VPC. */
  static SecurityGroup find(Call call, Parameters parameters) {
    Optional<String> id = parameters.text("GroupId");
    if (id.isPresent()) {
      return Lookup.one(call.state().securityGroups(), id.get(), Lookup.Kind.GROUP);
    }
    String name = Lookup.required(parameters, "GroupName");
    String vpc = defaultVpc(call).id();
    return call.state().securityGroups().values().stream()
        .filter(each -> each.vpcId().equals(vpc) && each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Lookup.Kind.GROUP.missing(name));
  }

  static void delete(Call call, Parameters parameters, Xml xml) {
    SecurityGroup group = find(call, parameters);
    if (group.name().equals("default")) {
      throw new AwsException(
          "CannotDelete",
          "the specified group: \"%s\" name: \"default\" cannot be deleted by a user"
              .formatted(group.id()));
    }
    boolean attached =
        call.state().networkInterfaces().values().stream()
            .anyMatch(each -> each.securityGroups().contains(group.id()));
    boolean referenced =
        call.state().securityGroups().values().stream()
            .filter(other -> !other.id().equals(group.id()))
            .flatMap(other -> other.rules().stream())
            .anyMatch(rule -> rule.peer().equals(new Peer(Peer.Kind.GROUP, group.id())));
    if (attached || referenced) {
      throw new AwsException(
          "DependencyViolation", "resource " + group.id() + " has a dependent object");
    }
    call.state().securityGroups().remove(group.id());
    xml.text("return", true).text("groupId", group.id());
  }
}
