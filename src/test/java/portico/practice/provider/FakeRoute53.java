package portico.practice.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.GetChangeRequest;
import software.amazon.awssdk.services.route53.model.GetChangeResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** One hosted zone in memory. */
final class FakeRoute53 implements Route53Client {
  static final String ZONE = "Z0123456789ABCDEFGHIJ";

  /** By name, as Route 53 writes it, and type. */
  final Map<String, ResourceRecordSet> records = new TreeMap<>();

  /** What was asked for, such as {@code CREATE api.example.com. A}. */
  final List<String> changes = new ArrayList<>();

  /** How often a change is still pending. */
  int pending;

  @Override
  public synchronized ChangeResourceRecordSetsResponse changeResourceRecordSets(
      ChangeResourceRecordSetsRequest request) {
    zone(request.hostedZoneId());
    for (Change change : request.changeBatch().changes()) {
      ResourceRecordSet set = change.resourceRecordSet();
      String key = written(set.name()) + " " + set.typeAsString();
      changes.add(change.actionAsString() + " " + key);
      switch (change.action()) {
        case CREATE -> {
          if (records.containsKey(key)) {
            throw FakeElb.refusal(
                "InvalidChangeBatch",
                "[Tried to create resource record set [" + key + "] but it already exists]");
          }
          records.put(key, stored(set));
        }
        case UPSERT -> records.put(key, stored(set));
        case DELETE -> records.remove(key);
        case UNKNOWN_TO_SDK_VERSION -> throw new AssertionError(change);
      }
    }
    return ChangeResourceRecordSetsResponse.builder()
        .changeInfo(info -> info.id("/change/C1").status(ChangeStatus.PENDING))
        .build();
  }

  private static ResourceRecordSet stored(ResourceRecordSet set) {
    return set.toBuilder()
        .name(written(set.name()))
        .aliasTarget(
            alias ->
                alias
                    .dnsName(written(set.aliasTarget().dnsName()))
                    .hostedZoneId(set.aliasTarget().hostedZoneId())
                    .evaluateTargetHealth(set.aliasTarget().evaluateTargetHealth()))
        .build();
  }

  static String written(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT).replace("*", "\\052");
    return lower.endsWith(".") ? lower : lower + ".";
  }

  @Override
  public synchronized GetChangeResponse getChange(GetChangeRequest request) {
    ChangeStatus status = pending-- > 0 ? ChangeStatus.PENDING : ChangeStatus.INSYNC;
    return GetChangeResponse.builder()
        .changeInfo(info -> info.id(request.id()).status(status))
        .build();
  }

  @Override
  public synchronized ListResourceRecordSetsResponse listResourceRecordSets(
      ListResourceRecordSetsRequest request) {
    zone(request.hostedZoneId());
    String from = written(request.startRecordName()) + " " + request.startRecordTypeAsString();
    return ListResourceRecordSetsResponse.builder()
        .resourceRecordSets(
            records.entrySet().stream()
                .filter(each -> each.getKey().compareTo(from) >= 0)
                .limit(Long.parseLong(request.maxItems()))
                .map(Map.Entry::getValue)
                .toList())
        .build();
  }

  private static void zone(String id) {
    if (!id.equals(ZONE)) {
      throw FakeElb.refusal("NoSuchHostedZone", "No hosted zone found with ID: " + id);
    }
  }

  @Override
  public String serviceName() {
    return "route53";
  }

  @Override
  public void close() {}
}
