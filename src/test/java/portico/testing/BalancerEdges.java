package portico.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import portico.model.IpAddressType;
import portico.model.LogBucket;
import portico.model.Scheme;

/** The load balancer's own fields, its network, its tags and who may reach it. */
final class BalancerEdges {
  private final Edge.Catalogue edges = new Edge.Catalogue();

  private BalancerEdges() {}

  static List<Edge> all() {
    BalancerEdges all = new BalancerEdges();
    all.names();
    all.attributes();
    all.logs();
    all.subnets();
    all.groups();
    all.acl();
    new PoolEdges(all.edges).all();
    all.tags();
    all.access();
    return all.edges.all();
  }

  private void names() {
    edges.texts(
        "name",
        (draft, value) -> draft.name = value,
        "",
        "a",
        "n".repeat(32),
        "n".repeat(33),
        "-a",
        "a-",
        "a--b",
        "a_b",
        "a.b",
        "a b",
        "\u00e9",
        "internal-a",
        "internal",
        "Internal-a",
        "sg-a",
        "INTERNAL-A");
  }

  private void attributes() {
    edges.numbers(
        "idle", (draft, value) -> draft.idleTimeout = value, -1, 0, 1, 2, 3999, 4000, 4001);
    edges.numbers(
        "client keep-alive",
        (draft, value) -> draft.clientKeepAlive = value,
        0,
        59,
        60,
        61,
        604_799,
        604_800,
        604_801);
    for (Scheme scheme : Scheme.values()) {
      for (IpAddressType type : IpAddressType.values()) {
        edges.add(
            scheme + " " + type,
            draft -> {
              draft.scheme = scheme;
              draft.ipAddressType = type;
            });
      }
    }
  }

  private void logs() {
    edges.texts(
        "bucket",
        (draft, value) -> draft.accessLogs = Optional.of(new LogBucket.Existing(value, "")),
        "",
        "ab",
        "A-Bucket",
        "b_cket",
        "10.0.0.1",
        "a..b",
        "b".repeat(64));
    edges.numbers(
        "days of a made bucket",
        (draft, value) -> draft.accessLogs = Optional.of(new LogBucket.Made("made", value)),
        1,
        2,
        3650,
        3651);
    edges.texts(
        "prefix in a made bucket",
        (draft, value) ->
            draft.connectionLogs = Optional.of(new LogBucket.Made(value, LogBucket.USUAL_DAYS)),
        "",
        "m",
        "/m",
        "m/",
        "AWSLogs");
    edges.texts(
        "prefix",
        (draft, value) ->
            draft.accessLogs = Optional.of(new LogBucket.Existing(draft.site.bucket(), value)),
        "",
        "a",
        "a/b",
        "/a",
        "a/",
        "/",
        "AWSLogs",
        "a/AWSLogs/b",
        "awslogs");
    edges.texts(
        "connection prefix",
        (draft, value) ->
            draft.connectionLogs = Optional.of(new LogBucket.Existing(draft.site.bucket(), value)),
        "c",
        "/c",
        "c/",
        "xAWSLogs");
  }

  private void subnets() {
    edges.add("no subnet", draft -> in(draft));
    edges.add("one subnet", draft -> in(draft, open(draft, 0)));
    edges.add("three subnets", draft -> in(draft, open(draft, 0), open(draft, 1), open(draft, 2)));
    edges.add(
        "two subnets of a zone", draft -> in(draft, open(draft, 0), open(draft, 1), closed(draft)));
    edges.add("two subnets of one zone alone", draft -> in(draft, open(draft, 0), closed(draft)));
    edges.add("a subnet twice", draft -> in(draft, open(draft, 0), open(draft, 1), open(draft, 0)));
    edges.add("one subnet twice", draft -> in(draft, open(draft, 0), open(draft, 0)));
    edges.texts(
        "subnet",
        (draft, value) -> draft.subnetIds.add(value),
        "",
        "subnet-",
        "subnet-0123456789ABCDEF0",
        "sub-0123456789abcdef0",
        "subnet-0123456789abcdef01");
    edges.texts(
        "vpc", (draft, value) -> draft.vpcId = value, "", "vpc-1", "vpc-XYZ", "10.0.0.0/16");
    edges.add("a full subnet", draft -> in(draft, draft.site.fullSubnet(), open(draft, 1)));
    edges.add(
        "a subnet with just room", draft -> in(draft, draft.site.justRoomSubnet(), open(draft, 1)));
    edges.add("a /28", draft -> in(draft, draft.site.tinySubnet(), open(draft, 1)));
    edges.add("a /27", draft -> in(draft, draft.site.smallestSubnet(), open(draft, 1)));
    edges.add(
        "another VPC's subnet",
        draft -> in(draft, draft.site.otherVpcSubnets().get(0), open(draft, 1)));
    edges.add(
        "another VPC's subnets",
        draft -> draft.subnetIds = new ArrayList<>(draft.site.otherVpcSubnets()));
    edges.add(
        "private subnets", draft -> draft.subnetIds = new ArrayList<>(draft.site.privateSubnets()));
    for (Scheme scheme : Scheme.values()) {
      edges.add(
          scheme + " in a VPC without gateway",
          draft -> {
            draft.scheme = scheme;
            draft.vpcId = draft.site.closedVpcId();
            draft.subnetIds = new ArrayList<>(draft.site.closedSubnets());
            draft.securityGroupIds.clear();
            draft.targetSecurityGroupIds.clear();
          });
    }
    edges.add(
        "dual stack without IPv6",
        draft -> {
          draft.ipAddressType = IpAddressType.DUALSTACK;
          in(draft, draft.site.ipv4Subnet(), open(draft, 1));
        });
  }

  private static void in(EdgeDraft draft, String... subnets) {
    draft.subnetIds = new ArrayList<>(List.of(subnets));
  }

  private static String open(EdgeDraft draft, int zone) {
    return draft.site.publicSubnets().get(zone);
  }

  private static String closed(EdgeDraft draft) {
    return draft.site.privateSubnets().getFirst();
  }

  private void groups() {
    for (int count : new int[] {1, 3, 4, 5}) {
      edges.add(
          count + " security groups",
          draft ->
              draft.securityGroupIds =
                  new ArrayList<>(draft.site.securityGroups().subList(0, count)));
    }
    edges.texts(
        "security group",
        (draft, value) -> draft.securityGroupIds.add(value),
        "",
        "sg-",
        "sg-123",
        "default",
        "sg-0123456789ABCDEF0");
    edges.texts(
        "targets' group",
        (draft, value) -> draft.targetSecurityGroupIds.add(value),
        "",
        "sg-123",
        "default");
    edges.add(
        "two targets' groups",
        draft -> draft.targetSecurityGroupIds.addAll(draft.site.securityGroups().subList(0, 2)));
  }

  private void acl() {
    edges.add("a web ACL", draft -> draft.webAclArn = Optional.of(draft.site.webAcls().getFirst()));
    edges.add(
        "a web ACL of another region",
        draft ->
            draft.webAclArn =
                Optional.of(
                    draft.site.webAcls().getFirst().replace(draft.site.region(), "eu-west-1")));
    edges.add(
        "an unknown web ACL",
        draft -> draft.webAclArn = Optional.of(draft.site.webAcls().getFirst() + "0"));
    edges.add(
        "a web ACL of CloudFront",
        draft ->
            draft.webAclArn =
                Optional.of(draft.site.webAcls().getFirst().replace(":regional/", ":global/")));
    edges.texts(
        "web ACL",
        (draft, value) -> draft.webAclArn = Optional.of(value),
        "",
        "acl",
        "arn:aws:wafv2");
  }

  private void tags() {
    String[] keys = {
      "",
      "k",
      "k".repeat(128),
      "k".repeat(129),
      "aws:k",
      "AWS:k",
      "awsk",
      "a<b",
      "a b_.:/=+-@",
      "\u00e4\u6f22\u0663",
      "tab\t",
      "\ud83d\ude80"
    };
    edges.texts("tag", (draft, value) -> draft.tags.put(value, "v"), keys);
    edges.texts("balancer's tag", (draft, value) -> draft.balancerTags.put(value, "v"), keys);
    edges.texts("group's tag", (draft, value) -> draft.group().tags.put(value, "v"), keys);
    String[] values = {
      "", "v".repeat(256), "v".repeat(257), "a<b", "a b_.:/=+-@", "a\nb", "\u6f22"
    };
    edges.texts("tag's value", (draft, value) -> draft.tags.put("k", value), values);
    edges.texts("balancer's value", (draft, value) -> draft.balancerTags.put("k", value), values);
    edges.texts("group's value", (draft, value) -> draft.group().tags.put("k", value), values);
    for (int count : new int[] {46, 47, 48, 49, 50}) {
      edges.add(count + " tags", draft -> fill(draft.tags, count));
      edges.add(count + " tags of the balancer", draft -> fill(draft.balancerTags, count));
      edges.add(count + " tags of a group", draft -> fill(draft.group().tags, count));
    }
    edges.add(
        "48 tags with a name",
        draft -> {
          fill(draft.tags, 47);
          draft.tags.put("Name", "edge");
        });
  }

  private static void fill(Map<String, String> tags, int count) {
    IntStream.range(0, count).forEach(each -> tags.put("t" + each, "v"));
  }

  private void access() {
    edges.texts(
        "ingress",
        (draft, value) -> draft.ingress.add(value),
        "0.0.0.0/0",
        "10.0.0.0/8",
        "10.0.0.0/33",
        "10.0.0.0",
        "10.0.0/8",
        "10.0.0.256/32",
        "010.0.0.0/8",
        "10.0.0.0/08",
        "10.0.0.0/",
        "",
        "everybody",
        "203.0.113.7/32");
    edges.texts(
        "IPv6 ingress",
        (draft, value) -> {
          draft.ipAddressType = IpAddressType.DUALSTACK;
          draft.ingress.add(value);
        },
        "::/0",
        "2001:db8::/32",
        "2001:db8::/129",
        "2001:db8:::/32",
        "2001:db8::1",
        "2001:DB8::/32");
    edges.add(
        "an IPv6 network in two spellings",
        draft -> {
          draft.ipAddressType = IpAddressType.DUALSTACK;
          draft.ingress.add("2001:db8::/32");
          draft.ingress.add("2001:0db8:0::/32");
        });
  }
}
