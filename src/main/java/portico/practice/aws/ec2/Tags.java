package portico.practice.aws.ec2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.GroupRule;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.InternetGateway;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.RouteTable;
import portico.practice.aws.state.SecurityGroup;

/** Tags of EC2's resources. */
final class Tags {
  private static final int MOST = 50;

  private Tags() {}

  private record Tagged(String id, String type, String key, String value) {}

  private static final Filters<Tagged> FILTERS =
      new Filters<Tagged>()
          .by("resource-id", Tagged::id)
          .by("resource-type", Tagged::type)
          .by("key", Tagged::key)
          .by("value", Tagged::value);

  /** The tags a request gives to a new resource of a type. */
  static Map<String, String> specified(Parameters parameters, String type) {
    Map<String, String> tags = new TreeMap<>();
    for (Parameters each : parameters.structures("TagSpecification")) {
      if (each.text("ResourceType").equals(Optional.of(type))) {
        tags.putAll(read(each));
      }
    }
    return checked(tags);
  }

  private static Map<String, String> read(Parameters parameters) {
    Map<String, String> tags = new TreeMap<>();
    for (Parameters tag : parameters.structures("Tag")) {
      tags.put(Lookup.required(tag, "Key"), tag.given("Value").orElse(""));
    }
    return tags;
  }

  private static Map<String, String> checked(Map<String, String> tags) {
    if (tags.size() > MOST) {
      throw new AwsException(
          "TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      if (tag.getKey().startsWith("aws:")) {
        throw new AwsException(
            "InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use");
      }
      if (tag.getKey().length() > 128 || tag.getValue().length() > 256) {
        throw new AwsException(
            "InvalidParameterValue",
            "Tag keys have at most 128 characters, and tag values at most 256");
      }
    }
    return tags;
  }

  static void create(Call call, Parameters parameters, Xml xml) {
    Map<String, String> added = checked(read(parameters));
    for (String id : parameters.list("ResourceId")) {
      change(
          call.state(),
          id,
          tags -> {
            tags.putAll(added);
            return checked(tags);
          });
    }
    xml.text("return", true);
  }

  static void delete(Call call, Parameters parameters, Xml xml) {
    List<Parameters> named = parameters.structures("Tag");
    for (String id : parameters.list("ResourceId")) {
      change(
          call.state(),
          id,
          tags -> {
            if (named.isEmpty()) {
              tags.clear();
            }
            for (Parameters tag : named) {
              String key = Lookup.required(tag, "Key");
              // A value names the tag only while it has this value.
              if (tag.given("Value").map(value -> value.equals(tags.get(key))).orElse(true)) {
                tags.remove(key);
              }
            }
            return tags;
          });
    }
    xml.text("return", true);
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<Tagged> all = new ArrayList<>();
    collect(call.state())
        .forEach(
            (id, tags) ->
                tags.forEach((key, value) -> all.add(new Tagged(id, type(id), key, value))));
    Pages<Tagged> page = Pages.ec2(parameters, FILTERS.select(parameters, all), 5, 1000);
    xml.list(
        "tagSet",
        "item",
        page.items(),
        tag ->
            xml.text("resourceId", tag.id())
                .text("resourceType", tag.type())
                .text("key", tag.key())
                .text("value", tag.value()));
    xml.maybe("nextToken", page.next());
  }

  private static Map<String, Map<String, String>> collect(RegionState state) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    state.vpcs().forEach((id, each) -> all.put(id, each.tags()));
    state.subnets().forEach((id, each) -> all.put(id, each.tags()));
    state.routeTables().forEach((id, each) -> all.put(id, each.tags()));
    state.internetGateways().forEach((id, each) -> all.put(id, each.tags()));
    state.instances().forEach((id, each) -> all.put(id, each.tags()));
    state.securityGroups().forEach((id, each) -> all.put(id, each.tags()));
    for (SecurityGroup group : state.securityGroups().values()) {
      group.rules().forEach(rule -> all.put(rule.id(), rule.tags()));
    }
    return all;
  }

  private static String type(String id) {
    return switch (id.substring(0, id.indexOf('-'))) {
      case "vpc" -> "vpc";
      case "subnet" -> "subnet";
      case "rtb" -> "route-table";
      case "igw" -> "internet-gateway";
      case "i" -> "instance";
      case "sg" -> "security-group";
      default -> "security-group-rule";
    };
  }

  private static void change(
      RegionState state, String id, UnaryOperator<Map<String, String>> change) {
    Map<String, String> old = Lookup.one(collect(state), id, kind(id));
    Map<String, String> next = new HashMap<>(change.apply(new TreeMap<>(old)));
    state.vpcs().computeIfPresent(id, (_, each) -> each.tagged(next));
    state.subnets().computeIfPresent(id, (_, each) -> each.tagged(next));
    state.routeTables().computeIfPresent(id, (_, each) -> retagged(each, next));
    state
        .internetGateways()
        .computeIfPresent(id, (_, each) -> new InternetGateway(id, each.vpcId(), next));
    state.instances().computeIfPresent(id, (_, each) -> retagged(each, next));
    state.securityGroups().computeIfPresent(id, (_, each) -> retagged(each, next));
    state.securityGroups().replaceAll((_, group) -> withRule(group, id, next));
  }

  private static Lookup.Kind kind(String id) {
    return switch (id.substring(0, Math.max(0, id.indexOf('-')))) {
      case "vpc" -> Lookup.Kind.VPC;
      case "subnet" -> Lookup.Kind.SUBNET;
      case "rtb" -> Lookup.Kind.ROUTE_TABLE;
      case "igw" -> Lookup.Kind.GATEWAY;
      case "i" -> Lookup.Kind.INSTANCE;
      case "sgr" -> Lookup.Kind.RULE;
      default -> Lookup.Kind.GROUP;
    };
  }

  private static RouteTable retagged(RouteTable each, Map<String, String> tags) {
    return new RouteTable(each.id(), each.vpcId(), each.routes(), each.associations(), tags);
  }

  private static Instance retagged(Instance each, Map<String, String> tags) {
    return new Instance(
        each.id(),
        each.type(),
        each.state(),
        each.vpcId(),
        each.subnetId(),
        each.zone(),
        each.privateIp(),
        each.publicIp(),
        each.securityGroups(),
        each.networkInterfaceId(),
        each.launchedAt(),
        each.served(),
        tags);
  }

  private static SecurityGroup retagged(SecurityGroup each, Map<String, String> tags) {
    return new SecurityGroup(
        each.id(), each.name(), each.description(), each.vpcId(), each.rules(), tags);
  }

  private static SecurityGroup withRule(
      SecurityGroup group, String ruleId, Map<String, String> tags) {
    if (group.rules().stream().noneMatch(rule -> rule.id().equals(ruleId))) {
      return group;
    }
    return group.with(
        group.rules().stream()
            .map(rule -> rule.id().equals(ruleId) ? retagged(rule, tags) : rule)
            .toList());
  }

  private static GroupRule retagged(GroupRule rule, Map<String, String> tags) {
    return new GroupRule(
        rule.id(),
        rule.egress(),
        rule.protocol(),
        rule.fromPort(),
        rule.toPort(),
        rule.peer(),
        rule.description(),
        tags);
  }
}
