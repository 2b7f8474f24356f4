package portico.practice.aws.ec2;

import java.util.List;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.InstanceState;
import portico.practice.aws.state.SecurityGroup;

/** Instances: they cannot be launched here, only looked at, stopped and started. */
final class Instances {
  private static final Filters<Instance> FILTERS =
      new Filters<Instance>()
          .by("instance-id", Instance::id)
          .by("instance-type", Instance::type)
          .by("instance-state-name", instance -> instance.state().text())
          .by("instance-state-code", instance -> instance.state().code())
          .by("vpc-id", Instance::vpcId)
          .by("subnet-id", Instance::subnetId)
          .by("availability-zone", Instance::zone)
          .by("private-ip-address", Instance::privateIp)
          .by("architecture", _ -> "x86_64")
          .byAll("ip-address", instance -> instance.publicIp().stream().toList())
          .byAll("instance.group-id", Instance::securityGroups)
          .byAll("network-interface.group-id", Instance::securityGroups)
          .by("network-interface.network-interface-id", Instance::networkInterfaceId)
          .tagged(Instance::tags);

  private Instances() {}

  static void describe(Call call, Parameters parameters, Xml xml) {
    if (parameters.has("InstanceId") && parameters.has("MaxResults")) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter instancesSet cannot be used with the parameter maxResults");
    }
    List<Instance> named =
        Lookup.named(parameters, "InstanceId", call.state().instances(), Lookup.Kind.INSTANCE);
    Pages<Instance> page = Pages.ec2(parameters, FILTERS.select(parameters, named), 5, 1000);
    xml.list(
        "reservationSet",
        "item",
        page.items(),
        instance -> {
          xml.text("reservationId", instance.id().replace("i-", "r-"));
          xml.text("ownerId", Account.ID).in("groupSet", () -> {});
          xml.list("instancesSet", "item", List.of(instance), each -> write(call, each, xml));
        });
    xml.maybe("nextToken", page.next());
  }

  private static void write(Call call, Instance instance, Xml xml) {
    xml.text("instanceId", instance.id()).text("imageId", "ami-0abcdef1234567890");
    state(xml, "instanceState", instance.state());
    xml.text("privateDnsName", NetworkInterfaces.dnsName(call, instance.privateIp()))
        .text("dnsName", "")
        .text("instanceType", instance.type())
        .text("launchTime", instance.launchedAt())
        .in(
            "placement",
            () -> xml.text("availabilityZone", instance.zone()).text("tenancy", "default"))
        .in("monitoring", () -> xml.text("state", "disabled"))
        .text("subnetId", instance.subnetId())
        .text("vpcId", instance.vpcId())
        .text("privateIpAddress", instance.privateIp())
        .maybe("ipAddress", instance.publicIp())
        .text("sourceDestCheck", true)
        .text("architecture", "x86_64")
        .text("rootDeviceType", "ebs")
        .text("rootDeviceName", "/dev/xvda")
        .text("virtualizationType", "hvm")
        .text("hypervisor", "xen")
        .text("amiLaunchIndex", 0);
    groups(call, instance.securityGroups(), xml);
    xml.list(
        "networkInterfaceSet",
        "item",
        List.of(instance.networkInterfaceId()),
        id -> networkInterface(call, instance, id, xml));
    Lookup.tags(xml, instance.tags());
  }

  private static void networkInterface(Call call, Instance instance, String id, Xml xml) {
    xml.text("networkInterfaceId", id)
        .text("subnetId", instance.subnetId())
        .text("vpcId", instance.vpcId())
        .text("ownerId", Account.ID)
        .text("status", "in-use")
        .text("privateIpAddress", instance.privateIp())
        .text("interfaceType", "interface");
    groups(call, instance.securityGroups(), xml);
  }

  /** Writes security groups as ids and names. */
  static void groups(Call call, List<String> ids, Xml xml) {
    xml.list(
        "groupSet",
        "item",
        ids,
        id ->
            xml.text("groupId", id)
                .maybe(
                    "groupName",
                    Optional.ofNullable(call.state().securityGroups().get(id))
                        .map(SecurityGroup::name)));
  }

  private static void state(Xml xml, String name, InstanceState state) {
    xml.in(name, () -> xml.text("code", state.code()).text("name", state.text()));
  }

  static void start(Call call, Parameters parameters, Xml xml) {
    move(call, parameters, InstanceState.RUNNING, xml);
  }

  static void stop(Call call, Parameters parameters, Xml xml) {
    move(call, parameters, InstanceState.STOPPED, xml);
  }

  private static void move(Call call, Parameters parameters, InstanceState next, Xml xml) {
    Lookup.required(parameters, "InstanceId.1");
    List<Instance> named =
        Lookup.named(parameters, "InstanceId", call.state().instances(), Lookup.Kind.INSTANCE);
    named.forEach(each -> call.state().instances().put(each.id(), each.in(next)));
    xml.list(
        "instancesSet",
        "item",
        named,
        each -> {
          xml.text("instanceId", each.id());
          state(xml, "currentState", next);
          state(xml, "previousState", each.state());
        });
  }
}
