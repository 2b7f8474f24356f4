package portico.desktop.wizard.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import portico.catalog.Catalogs;
import portico.catalog.HostedZone;
import portico.catalog.SecurityGroup;
import portico.catalog.WebAcl;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.draft.SettingsChoice;
import portico.desktop.wizard.draft.VpcPlace;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Filling;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.TagsForm;
import portico.desktop.wizard.form.Texts;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LogDelivery;
import portico.model.TargetGroupSpec;

/** What the load balancer does beside routing. Complete from the start, with sensible values. */
public final class SettingsViewModel implements StepModel {
  /** AWS's five, of which one is the environment's own. */
  static final int GROUPS_MAX = 4;

  private final Catalogs catalogs;
  private final ObservableValue<Optional<AccountChoice>> account;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final TimeoutsForm timeouts;
  private final LogsForm logs;
  private final NamesForm names;
  private final TagsForm tags;
  private final TagsForm balancerTags;
  private final BooleanProperty http2 = new SimpleBooleanProperty(true);
  private final BooleanProperty protection = new SimpleBooleanProperty();
  private final BooleanProperty dropInvalid = new SimpleBooleanProperty(true);
  private final Loader<List<WebAcl>> webAcls;
  private final Loader<List<HostedZone>> zones;
  private final Loader<List<SecurityGroup>> groups;
  private final ReadOnlyObjectWrapper<Optional<String>> webAcl =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<String>> chosenGroups =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectBinding<Optional<SettingsChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private Consumer<TargetGroupSpec> onTargetGroupFix = group -> {};
  private Optional<VpcPlace> read = Optional.empty();

  /**
   * @param account whose number stands in the bucket policy
   * @param serve suggests the timeouts until the user edits them
   * @param group the target group that the ladder leads to
   */
  public SettingsViewModel(
      Catalogs catalogs,
      Background background,
      Texts texts,
      ObservableValue<Optional<AccountChoice>> account,
      ObservableValue<Optional<NetworkChoice>> network,
      ObservableValue<Optional<ServeChoice>> serve,
      ObservableValue<Optional<TargetGroupSpec>> group) {
    this.catalogs = catalogs;
    this.account = account;
    this.network = network;
    timeouts = new TimeoutsForm(texts, group);
    logs = new LogsForm(texts);
    names = new NamesForm(texts);
    tags = new TagsForm("wizard-tag", texts);
    balancerTags = new TagsForm("wizard-balancer-tag", texts);
    webAcls = new Loader<>(background);
    groups = new Loader<>(background);
    zones = new Loader<>(background);
    zones.stateProperty().subscribe(now -> now.value().ifPresent(names::read));
    Observable[] inputs = inputs();
    choice = Bindings.createObjectBinding(this::currentChoice, inputs);
    problem = Bindings.createObjectBinding(this::currentProblem, inputs);
    serve.subscribe(
        now ->
            now.ifPresent(
                each -> timeouts.fill(each.service(), each.attributes(), Filling.UNTOUCHED)));
  }

  private Observable[] inputs() {
    List<Observable> inputs = new ArrayList<>();
    Stream.concat(timeouts.fields(), logs.fields())
        .forEach(field -> inputs.addAll(List.of(field.textProperty(), field.fault())));
    inputs.addAll(
        List.of(
            http2,
            protection,
            dropInvalid,
            webAcl,
            chosenGroups,
            logs.access().place().property(),
            logs.connections().place().property(),
            names.edits(),
            tags.edits(),
            balancerTags.edits()));
    return inputs.toArray(Observable[]::new);
  }

  public TimeoutsForm timeouts() {
    return timeouts;
  }

  public LogsForm logs() {
    return logs;
  }

  /** Names of the user's own. */
  public NamesForm names() {
    return names;
  }

  /** Tags of every resource. */
  public TagsForm tags() {
    return tags;
  }

  /** Tags of the load balancer alone. */
  public TagsForm balancerTags() {
    return balancerTags;
  }

  public BooleanProperty http2Property() {
    return http2;
  }

  public BooleanProperty protectionProperty() {
    return protection;
  }

  public BooleanProperty dropInvalidProperty() {
    return dropInvalid;
  }

  public ReadOnlyObjectProperty<LoadState<List<WebAcl>>> webAclsProperty() {
    return webAcls.stateProperty();
  }

  public ReadOnlyObjectProperty<LoadState<List<HostedZone>>> zonesProperty() {
    return zones.stateProperty();
  }

  public ReadOnlyObjectProperty<LoadState<List<SecurityGroup>>> groupsProperty() {
    return groups.stateProperty();
  }

  /** The ARN of the chosen web ACL. */
  public ReadOnlyObjectProperty<Optional<String>> webAclProperty() {
    return webAcl.getReadOnlyProperty();
  }

  /** Ids of the chosen security groups, in the order of the choice. */
  public ReadOnlyObjectProperty<List<String>> chosenGroupsProperty() {
    return chosenGroups.getReadOnlyProperty();
  }

  public ObservableValue<Optional<SettingsChoice>> choice() {
    return choice;
  }

  @Override
  public ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  /** Told the target group that fits when both ends are set: another step holds it. */
  public void setOnTargetGroupFix(Consumer<TargetGroupSpec> action) {
    onTargetGroupFix = action;
  }

  /** Sets load balancer, server and target group so that the ladder holds. */
  public void fix() {
    if (fieldsAreValid()) {
      timeouts.fix(attributes()).ifPresent(onTargetGroupFix);
    }
  }

  public void chooseWebAcl(Optional<String> arn) {
    webAcl.set(arn);
  }

  /** Takes a security group in or out; a fifth is not taken in. */
  public void chooseGroup(String id, boolean taken) {
    List<String> now = new ArrayList<>(chosenGroups.get());
    now.remove(id);
    if (taken && now.size() < GROUPS_MAX) {
      now.add(id);
    }
    chosenGroups.set(List.copyOf(now));
  }

  @Override
  public void enter() {
    if (source().isPresent() && !source().equals(read)) {
      reload();
    }
  }

  @Override
  public void reveal() {
    fields().forEach(Field::reveal);
  }

  /** Reads web ACLs, hosted zones and security groups again. Going on does not wait for them. */
  public void reload() {
    source()
        .ifPresent(
            from -> {
              if (read.filter(before -> !before.equals(from)).isPresent()) {
                webAcl.set(Optional.empty());
                chosenGroups.set(List.of());
              }
              if (read.filter(before -> !before.place().equals(from.place())).isPresent()) {
                names.clear();
              }
              read = Optional.of(from);
              String vpcId = from.vpcId();
              webAcls.load(from.place().reading(catalogs, catalog -> catalog.webAcls()));
              zones.load(from.place().reading(catalogs, catalog -> catalog.hostedZones()));
              groups.load(from.place().reading(catalogs, catalog -> catalog.securityGroups(vpcId)));
            });
  }

  /** Starts with the settings of an existing environment. */
  public void prefill(EnvironmentSpec existing) {
    LoadBalancerAttributes attributes = existing.loadBalancer().attributes();
    timeouts.fill(existing.service(), attributes, Filling.WHOLE);
    http2.set(attributes.http2());
    protection.set(attributes.deletionProtection());
    dropInvalid.set(attributes.dropInvalidHeaderFields());
    logs.prefill(attributes);
    webAcl.set(existing.loadBalancer().webAclArn());
    names.prefill(existing.loadBalancer().dnsRecords());
    zones.state().value().ifPresent(names::read);
    chosenGroups.set(existing.loadBalancer().securityGroupIds());
    tags.prefill(existing.tags());
    balancerTags.prefill(existing.loadBalancer().tags());
  }

  /** The policy that a bucket of the user's for these logs needs. */
  public String policy(LogForm form) {
    return LogDelivery.policy(
        form.existing(),
        account.getValue().map(each -> each.place().region()).orElse(""),
        account.getValue().map(each -> each.identity().account()).orElse("000000000000"));
  }

  private Optional<VpcPlace> source() {
    return network.getValue().map(NetworkChoice::vpcPlace);
  }

  private Stream<Field> fields() {
    return Stream.of(
            timeouts.fields(), logs.fields(), names.fields(), tags.fields(), balancerTags.fields())
        .flatMap(each -> each);
  }

  private boolean fieldsAreValid() {
    return fields().allMatch(Field::isValid);
  }

  private LoadBalancerAttributes attributes() {
    return new LoadBalancerAttributes(
        timeouts.idle().number().orElseThrow(),
        timeouts.clientKeepAlive().number().orElseThrow(),
        http2.get(),
        protection.get(),
        dropInvalid.get(),
        logs.accessLogs(),
        logs.connectionLogs());
  }

  private Optional<SettingsChoice> currentChoice() {
    return fieldsAreValid()
        ? Optional.of(
            new SettingsChoice(
                timeouts.service(),
                attributes(),
                webAcl.get(),
                names.records(),
                chosenGroups.get(),
                tags.tags(),
                balancerTags.tags()))
        : Optional.empty();
  }

  private Optional<Problem> currentProblem() {
    return fields().flatMap(field -> field.problem().stream()).findFirst();
  }
}
