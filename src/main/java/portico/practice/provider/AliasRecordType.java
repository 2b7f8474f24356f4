package portico.practice.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * An alias record of Route 53. Its id is {@code <zone>_<name>_<type>}. Records carry no tags: one
 * that is an alias of the very same place is taken to be our own, and any other under the name is
 * left as it is.
 */
final class AliasRecordType implements ResourceKind {
  private static final String TOKEN = "aws:route53/record:Record";
  private static final String ZONE = "zoneId";
  private static final String TYPE = "type";
  private static final String ALIASES = "aliases";
  private static final String HEALTH = "evaluateTargetHealth";
  private static final String OVERWRITE = "allowOverwrite";
  private static final Set<String> ABSENT = Set.of("NoSuchHostedZone");
  private static final Pattern ID = Pattern.compile("([^_]+)_(.+)_([A-Z]+)");

  /** Route 53 writes other characters than letters, digits, hyphens and underscores in octal. */
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  private static final Schema ALIAS =
      Schema.of(
          Property.text(Naming.NAME).required(),
          Property.text(ZONE).required(),
          Property.yesNo(HEALTH).required());

  private static final Schema SCHEMA =
      Schema.of(
          Property.text(ZONE)
              .required()
              .replaces()
              .rule(ValueRule.matches("[A-Z0-9]{1,32}", "must be the id of a hosted zone")),
          Property.text(Naming.NAME)
              .required()
              .replaces()
              .rule(ValueRule.length(1, 255))
              .normal(AliasRecordType::plain),
          Property.text(TYPE).required().replaces().rule(ValueRule.oneOf("A", "AAAA")),
          Property.blocks(ALIASES, ALIAS).required().normal(AliasRecordType::plainAliases),
          Property.yesNo(OVERWRITE).computed().local(),
          Property.output("fqdn"));

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public PropertyMap complete(PropertyMap inputs, Naming naming, Checker checker) {
    if (inputs.get(ALIASES).filter(each -> !each.hasUnknown()).isPresent()
        && inputs.maps(ALIASES).size() != 1) {
      checker.fail(ALIASES, "must have one alias");
    }
    if (inputs.flag(OVERWRITE).orElse(false)) {
      checker.fail(OVERWRITE, "this provider overwrites no records");
    }
    return inputs;
  }

  /** Route 53 refuses a second record of a name and type with InvalidChangeBatch, as much else. */
  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String id =
        "%s_%s_%s"
            .formatted(
                inputs.text(ZONE).orElseThrow(),
                plain(inputs.text(Naming.NAME).orElseThrow()),
                inputs.text(TYPE).orElseThrow());
    return new Taken<ResourceRecordSet>(
            () -> standing(id, call),
            found -> adopted(id, found, inputs, call),
            "InvalidChangeBatch")
        .madeOrTaken(
            () -> {
              change(ChangeAction.CREATE, id, wanted(id, inputs), call);
              return id;
            });
  }

  private static String adopted(String id, ResourceRecordSet found, PropertyMap inputs, Call call) {
    boolean same = places(aliases(found)).equals(places(plainAliases(inputs)));
    MatchResult parts = parts(id);
    call.adopt(
        "a record %s of type %s in hosted zone %s"
            .formatted(parts.group(2), parts.group(3), parts.group(1)),
        id,
        same);
    return id;
  }

  /**
   * Says it again, which changes nothing when it is so already, and waits until all of Route 53's
   * servers know.
   */
  @Override
  public void converge(String id, PropertyMap inputs, Call call) {
    awaitInSync(change(ChangeAction.UPSERT, id, wanted(id, inputs), call), id, call);
  }

  @Override
  public Optional<Snapshot> read(String id, PropertyMap hint, Call call) {
    MatchResult parts = parts(id);
    return standing(id, call)
        .map(
            found -> {
              PropertyMap state =
                  PropertyMap.EMPTY
                      .with(ZONE, PropertyValue.of(parts.group(1)))
                      .with(Naming.NAME, PropertyValue.of(parts.group(2)))
                      .with(TYPE, PropertyValue.of(parts.group(3)))
                      .with("fqdn", PropertyValue.of(parts.group(2)));
              return new Snapshot(
                  id, found.aliasTarget() == null ? state : state.with(ALIASES, aliases(found)));
            });
  }

  /** What somebody else has pointed elsewhere meanwhile stays. */
  @Override
  public void delete(String id, PropertyMap state, Call call) {
    Optional<ResourceRecordSet> own =
        standing(id, call)
            .filter(found -> places(aliases(found)).equals(places(plainAliases(state))));
    if (own.isPresent()) {
      awaitInSync(change(ChangeAction.DELETE, id, own.get(), call), id, call);
    }
  }

  /** A zone has one record of each name and type. */
  @Override
  public boolean collides(PropertyMap state, PropertyMap inputs) {
    return state.get(ZONE).equals(inputs.get(ZONE))
        && state.get(TYPE).equals(inputs.get(TYPE))
        && state
            .text(Naming.NAME)
            .map(AliasRecordType::plain)
            .equals(inputs.text(Naming.NAME).map(AliasRecordType::plain));
  }

  private static String change(ChangeAction action, String id, ResourceRecordSet set, Call call) {
    Change change = Change.builder().action(action).resourceRecordSet(set).build();
    ChangeResourceRecordSetsResponse answer =
        CallFailed.call(
            "ChangeResourceRecordSets",
            () ->
                call.dns()
                    .changeResourceRecordSets(
                        request ->
                            request
                                .hostedZoneId(parts(id).group(1))
                                .changeBatch(batch -> batch.changes(change))));
    return answer.changeInfo().id();
  }

  private static void awaitInSync(String change, String id, Call call) {
    call.patience()
        .until(
            "Route 53's servers to know " + id,
            call.limit(call.timing().loadBalancerLimit()),
            () ->
                Optional.of(
                        CallFailed.call(
                            "GetChange", () -> call.dns().getChange(request -> request.id(change))))
                    .filter(answer -> answer.changeInfo().status() == ChangeStatus.INSYNC),
            () -> "the change is still pending");
  }

  private static ResourceRecordSet wanted(String id, PropertyMap inputs) {
    PropertyMap alias = inputs.maps(ALIASES).getFirst();
    MatchResult parts = parts(id);
    return ResourceRecordSet.builder()
        .name(parts.group(2))
        .type(parts.group(3))
        .aliasTarget(
            target ->
                target
                    .dnsName(alias.text(Naming.NAME).orElseThrow())
                    .hostedZoneId(alias.text(ZONE).orElseThrow())
                    .evaluateTargetHealth(alias.flag(HEALTH).orElseThrow()))
        .build();
  }

  /** Route 53 lists from a name on, also when there is no such name. */
  private static Optional<ResourceRecordSet> standing(String id, Call call) {
    MatchResult parts = parts(id);
    return CallFailed.find(
            "ListResourceRecordSets",
            ABSENT,
            () ->
                call.dns()
                    .listResourceRecordSets(
                        request ->
                            request
                                .hostedZoneId(parts.group(1))
                                .startRecordName(parts.group(2))
                                .startRecordType(parts.group(3))
                                .maxItems("1")))
        .flatMap(page -> page.resourceRecordSets().stream().findFirst())
        .filter(
            found ->
                plain(found.name()).equals(parts.group(2))
                    && found.typeAsString().equals(parts.group(3)));
  }

  private static PropertyValue aliases(ResourceRecordSet found) {
    AliasTarget target = found.aliasTarget();
    return target == null
        ? new PropertyValue.Items(List.of())
        : new PropertyValue.Items(
            List.of(
                PropertyMap.EMPTY
                    .with(Naming.NAME, PropertyValue.of(plainTarget(target.dnsName())))
                    .with(ZONE, PropertyValue.of(target.hostedZoneId()))
                    .with(HEALTH, PropertyValue.of(target.evaluateTargetHealth()))));
  }

  /** Where aliases lead, whatever is asked of the health there. */
  private static List<PropertyValue> places(PropertyValue aliases) {
    return aliases instanceof PropertyValue.Items(var items)
        ? items.stream()
            .map(item -> item instanceof PropertyMap map ? map.without(HEALTH) : item)
            .toList()
        : List.of();
  }

  private static PropertyValue plainAliases(PropertyMap properties) {
    return properties
        .get(ALIASES)
        .map(AliasRecordType::plainAliases)
        .orElse(new PropertyValue.Items(List.of()));
  }

  private static PropertyValue plainAliases(PropertyValue aliases) {
    return aliases instanceof PropertyValue.Items(var items)
        ? new PropertyValue.Items(
            items.stream()
                .map(
                    item ->
                        item instanceof PropertyMap map && map.text(Naming.NAME).isPresent()
                            ? map.with(
                                Naming.NAME,
                                PropertyValue.of(plainTarget(map.text(Naming.NAME).get())))
                            : item)
                .toList())
        : aliases;
  }

  private static PropertyValue plain(PropertyValue name) {
    return name instanceof PropertyValue.Text(var text) ? PropertyValue.of(plain(text)) : name;
  }

  /** The console puts "dualstack." before a load balancer's name, which leads to the same. */
  private static String plainTarget(String name) {
    String plain = plain(name);
    return plain.startsWith("dualstack.") ? plain.substring("dualstack.".length()) : plain;
  }

  private static String plain(String name) {
    String lower =
        OCTAL
            .matcher(name.toLowerCase(Locale.ROOT))
            .replaceAll(
                each ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(each.group(1), 8))));
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static MatchResult parts(String id) {
    return ID.matcher(id)
        .results()
        .findFirst()
        .filter(found -> found.group().equals(id))
        .orElseThrow(
            () -> new Refusal(Refusal.Why.FAILED, "not a record, <zone id>_<name>_<type>: " + id));
  }
}
