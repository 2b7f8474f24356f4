package portico.desktop.wizard.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Filling;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Pick;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.TagsForm;
import portico.desktop.wizard.form.Texts;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;

/** One target group: what its targets are and speak, how they are checked and chosen among. */
public final class GroupViewModel {
  private final GroupNames names;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final GroupChecks checks;
  private final Field name;
  private final Field port;
  private final Field function;
  private final Pick<TargetType> type = new Pick<>(TargetType.INSTANCE);
  private final Pick<Protocol> protocol = new Pick<>(Protocol.HTTP);
  private final Pick<ProtocolVersion> version = new Pick<>(ProtocolVersion.HTTP1);
  private final InstanceTargets instances;
  private final IpTargetsForm addresses;
  private final HealthCheckForm health;
  private final AttributesForm attributes;
  private final TagsForm tags;
  private final ReadOnlyObjectWrapper<TargetGroupSpec> draft;
  private final ReadOnlyObjectWrapper<Optional<TargetGroupSpec>> spec =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** What the health check's suggestions start from. */
  private TargetGroupSpec base =
      new TargetGroupSpec(
          SpecDefaults.TARGET_GROUP_NAME,
          Protocol.HTTP,
          SpecDefaults.PORT,
          SpecDefaults.HEALTH_CHECK,
          List.of());

  private boolean filling;

  GroupViewModel(Texts texts, GroupNames names, ObservableValue<Optional<NetworkChoice>> network) {
    this.names = names;
    this.network = network;
    checks = new GroupChecks(texts);
    name =
        new Field(
            "wizard-target-group-name",
            texts.get("targets.name"),
            text -> names.fault(texts, text),
            names.changes());
    port =
        new Field(
            "wizard-target-group-port",
            texts.get("targets.port"),
            text -> NumberRules.port(texts, text));
    function =
        new Field(
            "wizard-target-function",
            texts.get("targets.function"),
            text -> checks.within("targets"),
            checks.found());
    instances = new InstanceTargets(texts);
    addresses = new IpTargetsForm(texts, checks, network);
    health = new HealthCheckForm(texts, checks);
    attributes = new AttributesForm(texts, checks);
    tags = new TagsForm("wizard-target-group-tags", texts);
    draft = new ReadOnlyObjectWrapper<>(base);
    prefill(base);
    inputs().forEach(input -> input.addListener(observed -> changed()));
    List.of(type.property(), version.property())
        .forEach(each -> each.addListener((observed, before, now) -> suggestHealth()));
  }

  public Field name() {
    return name;
  }

  public Pick<TargetType> type() {
    return type;
  }

  /** What the targets speak; of no meaning to a Lambda group, as are version and port. */
  public Pick<Protocol> protocol() {
    return protocol;
  }

  public Pick<ProtocolVersion> version() {
    return version;
  }

  public Field port() {
    return port;
  }

  public InstanceTargets instances() {
    return instances;
  }

  public IpTargetsForm addresses() {
    return addresses;
  }

  /** The ARN of the Lambda function; empty for none. */
  public Field function() {
    return function;
  }

  public HealthCheckForm health() {
    return health;
  }

  public AttributesForm attributes() {
    return attributes;
  }

  public TagsForm tags() {
    return tags;
  }

  /** What the form would make now, with stand-ins for what is wrong. */
  public ReadOnlyObjectProperty<TargetGroupSpec> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** The group, if everything about it is right. */
  public ReadOnlyObjectProperty<Optional<TargetGroupSpec>> specProperty() {
    return spec.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is wrong with the group that no single field shows. */
  public ReadOnlyObjectProperty<Optional<String>> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** Takes over a group as if the user had never touched a field. */
  void prefill(TargetGroupSpec existing) {
    filling = true;
    fill(existing, Filling.WHOLE);
    instances.prefill(only(existing, InstanceTarget.class));
    addresses.prefill(only(existing, IpTarget.class));
    function.prefill(
        only(existing, LambdaTarget.class).stream()
            .findFirst()
            .map(LambdaTarget::functionArn)
            .orElse(""));
    health.fill(existing.healthCheck(), Filling.WHOLE);
    tags.prefill(existing.tags());
    filling = false;
    changed();
  }

  /** Fills what the user has not touched; the targets stay. */
  void suggest(TargetGroupSpec preset) {
    filling = true;
    fill(preset, Filling.UNTOUCHED);
    filling = false;
    suggestHealth();
    changed();
  }

  private void fill(TargetGroupSpec from, Filling how) {
    base = from;
    how.fill(name, from.name());
    how.fill(type, from.targetType());
    how.fill(protocol, from.protocol());
    how.fill(version, from.protocolVersion());
    how.fill(port, from.port());
    attributes.fill(from.attributes(), how);
  }

  /** The rules are asked again; what they say may have come to depend on something else. */
  void changed() {
    if (filling) {
      return;
    }
    TargetGroupSpec now = attempt();
    checks.check(now, network.getValue().map(each -> each.place().region()).orElse(""));
    Optional<Problem> wrong = fields().flatMap(field -> field.problem().stream()).findFirst();
    fault.set(wrong.isPresent() ? Optional.empty() : checks.first());
    problem.set(
        wrong.or(() -> fault.get().map(text -> new Problem("wizard-target-group-name", text))));
    draft.set(now);
    spec.set(problem.get().isEmpty() ? Optional.of(now) : Optional.empty());
  }

  void reveal() {
    fields().forEach(Field::reveal);
  }

  private TargetGroupSpec attempt() {
    return new TargetGroupSpec(
        name.text(),
        type.get(),
        protocol.get(),
        version.get(),
        port.number().orElse(SpecDefaults.PORT),
        health.attempt(),
        attributes.attempt(type.get()),
        targets(),
        tags.tags());
  }

  private List<TargetSpec> targets() {
    return switch (type.get()) {
      case INSTANCE -> List.copyOf(instances.targets());
      case IP -> List.copyOf(addresses.targets());
      case LAMBDA ->
          function.text().isEmpty() ? List.of() : List.of(new LambdaTarget(function.text()));
    };
  }

  /** The fields that count with what is chosen, in the order of the screen. */
  private Stream<Field> fields() {
    boolean lambda = type.get() == TargetType.LAMBDA;
    return Stream.of(
            Stream.of(name),
            Stream.of(port).filter(each -> !lambda),
            targetFields(),
            health.fields().stream().filter(each -> !lambda || !each.equals(health.ownPort())),
            attributes.fields().filter(each -> !lambda),
            tags.fields())
        .flatMap(each -> each);
  }

  private Stream<Field> targetFields() {
    return switch (type.get()) {
      case INSTANCE -> instances.portFields();
      case IP -> Stream.of(addresses.text());
      case LAMBDA -> Stream.of(function);
    };
  }

  private List<Observable> inputs() {
    List<Observable> inputs = new ArrayList<>();
    Stream.of(name, port, function, addresses.text()).map(Field::textProperty).forEach(inputs::add);
    inputs.addAll(
        List.of(
            type.property(),
            protocol.property(),
            version.property(),
            instances.rows().choicesProperty(),
            tags.edits(),
            names.changes()));
    health.inputs().forEach(inputs::add);
    inputs.addAll(attributes.inputs());
    return inputs;
  }

  /** A path and a matcher of one version mean nothing to another, so they follow untouched. */
  private void suggestHealth() {
    if (!filling) {
      filling = true;
      health.fill(HealthSuggestion.of(base, type.get(), version.get()), Filling.UNTOUCHED);
      filling = false;
      changed();
    }
  }

  private static <T> List<T> only(TargetGroupSpec group, Class<T> type) {
    return group.targets().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
