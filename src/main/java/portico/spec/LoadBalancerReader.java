package portico.spec;

import java.util.List;
import java.util.Optional;
import portico.model.IpAddressType;
import portico.model.LoadBalancerAttributes;
import portico.model.LogBucket;
import portico.model.Scheme;
import portico.spec.SpecDraft.SubnetChoice;
import portico.spec.SpecDraft.VpcChoice;

/** Reads the load balancer. */
final class LoadBalancerReader {
  private LoadBalancerReader() {}

  static LoadBalancerDraft read(SpecSection section) {
    LoadBalancerDraft usual = LoadBalancerDraft.smallest();
    return new LoadBalancerDraft(
        section.text("name").orElse(usual.name()),
        section
            .choice("scheme", SpecWords.of(Scheme.values(), Scheme::awsName))
            .orElse(usual.scheme()),
        section
            .choice("ipAddressType", SpecWords.of(IpAddressType.values(), IpAddressType::awsName))
            .orElse(usual.ipAddressType()),
        vpc(section),
        subnets(section),
        section.texts("securityGroupIds").orElse(usual.securityGroupIds()),
        section
            .section("attributes", SpecPart.LOAD_BALANCER_ATTRIBUTES)
            .map(LoadBalancerReader::attributes)
            .orElse(usual.attributes()),
        section.text("webAclArn"),
        section.map("tags"),
        section.text("ipv4IpamPoolId"),
        section
            .sections("dnsRecords", SpecPart.DNS_RECORD)
            .map(records -> records.stream().map(LoadBalancerReader::dnsRecord).toList())
            .orElse(usual.dnsRecords()));
  }

  private static DnsRecordDraft dnsRecord(SpecSection section) {
    return new DnsRecordDraft(section.text("hostedZoneId"), section.requiredText("name"));
  }

  private static VpcChoice vpc(SpecSection section) {
    section.exclusive("vpcId", "vpc");
    return section
        .text("vpcId")
        .<VpcChoice>map(VpcChoice.ById::new)
        .or(() -> section.text("vpc").map(LoadBalancerReader::vpcByWord))
        .orElseGet(VpcChoice.Default::new);
  }

  private static VpcChoice vpcByWord(String word) {
    return word.equals(SpecWords.DEFAULT_VPC)
        ? new VpcChoice.Default()
        : new VpcChoice.ByName(word);
  }

  private static SubnetChoice subnets(SpecSection section) {
    section.exclusive("subnetIds", "subnets");
    return section
        .texts("subnetIds")
        .<SubnetChoice>map(SubnetChoice.ByIds::new)
        .or(() -> section.texts("subnets").map(LoadBalancerReader::subnetsByWord))
        .orElseGet(SubnetChoice.Auto::new);
  }

  private static SubnetChoice subnetsByWord(List<String> words) {
    return words.equals(List.of(SpecWords.AUTO))
        ? new SubnetChoice.Auto()
        : new SubnetChoice.ByNames(words);
  }

  private static LoadBalancerAttributes attributes(SpecSection section) {
    LoadBalancerAttributes usual = LoadBalancerAttributes.AWS;
    return new LoadBalancerAttributes(
        section.number("idleTimeoutSeconds").orElse(usual.idleTimeoutSeconds()),
        section.number("clientKeepAliveSeconds").orElse(usual.clientKeepAliveSeconds()),
        section.flag("http2", usual.http2()),
        section.flag("deletionProtection", usual.deletionProtection()),
        section.flag("dropInvalidHeaderFields", usual.dropInvalidHeaderFields()),
        logs(section, "accessLogs"),
        logs(section, "connectionLogs"));
  }

  private static Optional<LogBucket> logs(SpecSection section, String name) {
    return section.section(name, SpecPart.LOG_BUCKET).map(LoadBalancerReader::logs);
  }

  private static LogBucket logs(SpecSection logs) {
    String prefix = logs.text("prefix").orElse("");
    if (logs.flag("make", false)) {
      logs.exclusive("make", "bucket");
      return new LogBucket.Made(prefix, logs.number("days").orElse(LogBucket.USUAL_DAYS));
    }
    logs.exclusive("bucket", "days");
    return new LogBucket.Existing(logs.requiredText("bucket"), prefix);
  }
}
