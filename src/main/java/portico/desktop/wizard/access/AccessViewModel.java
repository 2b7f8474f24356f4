package portico.desktop.wizard.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import portico.catalog.CloudAccount;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.desktop.wizard.draft.AccessChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.TargetsChoice;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.FieldRules;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.service.Practice;

/**
 * The load balancer's name and who may reach it. Offers this machine's own address first; for an
 * internal load balancer, which that address never reaches, the VPC's network.
 */
public final class AccessViewModel implements StepModel {
  public static final String ANYONE = "0.0.0.0/0";

  private final Practice practice;
  private final Background background;
  private final Texts texts;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final ObservableValue<List<String>> targetGroups;
  private final BooleanProperty openTargets = new SimpleBooleanProperty(true);
  private final Field loadBalancerName;
  private final IngressNetworks networks;
  private final ReadOnlyObjectWrapper<AccessMode> mode =
      new ReadOnlyObjectWrapper<>(AccessMode.MY_ADDRESS);
  private final ReadOnlyObjectWrapper<MyAddress> myAddress =
      new ReadOnlyObjectWrapper<>(new MyAddress.Looking());
  private final BooleanBinding internal;
  private final ObjectBinding<Optional<AccessChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private final Latest latest = new Latest();
  private Optional<CloudAccount> lookedUpFor = Optional.empty();
  private boolean modeChosen;
  private final ReadOnlyObjectWrapper<Optional<List<String>>> kept =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public AccessViewModel(
      Practice practice,
      Background background,
      Texts texts,
      ObservableValue<Optional<NetworkChoice>> network,
      ObservableValue<Optional<TargetsChoice>> targets) {
    this.practice = practice;
    this.background = background;
    this.texts = texts;
    this.network = network;
    targetGroups = Bindings.createObjectBinding(() -> groupsOf(targets.getValue()), targets);
    loadBalancerName =
        new Field(
            "wizard-load-balancer-name",
            texts.get("access.name"),
            text -> texts.first(FieldRules.loadBalancerName("", text)));
    loadBalancerName.prefill(SpecDefaults.LOAD_BALANCER_NAME);
    networks = new IngressNetworks(texts);
    openTargets.addListener((observed, before, now) -> kept.set(Optional.empty()));
    internal =
        Bindings.createBooleanBinding(
            () -> network.getValue().map(each -> each.scheme() == Scheme.INTERNAL).orElse(false),
            network);
    choice =
        Bindings.createObjectBinding(
            this::currentChoice,
            loadBalancerName.textProperty(),
            mode,
            myAddress,
            networks.edits(),
            openTargets,
            kept,
            targetGroups,
            network);
    problem = Bindings.createObjectBinding(this::currentProblem, choice);
  }

  public Field loadBalancerName() {
    return loadBalancerName;
  }

  public ReadOnlyObjectProperty<AccessMode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<MyAddress> myAddressProperty() {
    return myAddress.getReadOnlyProperty();
  }

  /** The networks of the user's own list, one field each; at least one. */
  public ObservableList<Field> networks() {
    return networks.fields();
  }

  /** Whether the load balancer is an internal one, which this machine's address never reaches. */
  public ObservableBooleanValue internalProperty() {
    return internal;
  }

  /** Whether the targets' security groups get a rule that lets the load balancer in. */
  public BooleanProperty openTargetsProperty() {
    return openTargets;
  }

  /** The security groups of the chosen instances. */
  public ObservableValue<List<String>> targetSecurityGroups() {
    return targetGroups;
  }

  private static List<String> groupsOf(Optional<TargetsChoice> targets) {
    return targets.stream()
        .flatMap(choice -> choice.instances().values().stream())
        .flatMap(instance -> instance.securityGroupIds().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isInternal() {
    return internal.get();
  }

  public ObservableValue<Optional<AccessChoice>> choice() {
    return choice;
  }

  @Override
  public ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  @Override
  public void enter() {
    if (isInternal() && (!modeChosen || mode.get() == AccessMode.MY_ADDRESS)) {
      mode.set(AccessMode.NETWORKS);
      networks.offer(network.getValue().map(each -> each.vpc().cidr()).orElse(""));
    }
    Optional<CloudAccount> account = network.getValue().map(each -> each.place().account());
    if (account.isPresent() && !account.equals(lookedUpFor)) {
      lookUp();
    }
  }

  @Override
  public void reveal() {
    Stream.concat(Stream.of(loadBalancerName), networks.stream()).forEach(Field::reveal);
  }

  /** Looks this machine's address up, again if it was before. */
  public void lookUp() {
    network
        .getValue()
        .map(each -> each.place().account())
        .ifPresent(
            account -> {
              lookedUpFor = Optional.of(account);
              myAddress.set(new MyAddress.Looking());
              background.run(
                  () -> practice.publicAddress(account).find(), latest.begin(this::lookedUp));
            });
  }

  public void chooseMode(AccessMode chosen) {
    modeChosen = true;
    mode.set(chosen);
  }

  public void addNetwork() {
    networks.add("");
  }

  /** Removes a network from the list; the last one is emptied instead. */
  public void removeNetwork(Field field) {
    networks.remove(field);
  }

  /** Starts with the name and access of an existing environment. */
  public void prefill(EnvironmentSpec existing) {
    loadBalancerName.prefill(existing.loadBalancer().name());
    openTargets.set(!existing.access().targetSecurityGroupIds().isEmpty());
    kept.set(Optional.of(existing.access().targetSecurityGroupIds()));
    List<String> cidrs = existing.access().ingressCidrs();
    chooseMode(cidrs.equals(List.of(ANYONE)) ? AccessMode.ANYONE : AccessMode.NETWORKS);
    if (mode.get() == AccessMode.NETWORKS) {
      networks.prefill(cidrs);
    }
  }

  private void lookedUp(Optional<String> address) {
    myAddress.set(address.<MyAddress>map(MyAddress.Known::new).orElseGet(MyAddress.NotFound::new));
    if (!modeChosen && !isInternal()) {
      mode.set(address.isPresent() ? AccessMode.MY_ADDRESS : AccessMode.NETWORKS);
    }
  }

  /** The networks let in, if they are known and right. */
  private Optional<List<String>> cidrs() {
    return switch (mode.get()) {
      case ANYONE -> Optional.of(List.of(ANYONE));
      case MY_ADDRESS ->
          myAddress.get() instanceof MyAddress.Known(String address)
              ? Optional.of(List.of(address + "/32"))
              : Optional.empty();
      case NETWORKS -> networks.cidrs();
    };
  }

  private Optional<AccessChoice> currentChoice() {
    boolean reaches = !(isInternal() && mode.get() == AccessMode.MY_ADDRESS);
    if (!loadBalancerName.isValid() || !reaches) {
      return Optional.empty();
    }
    return cidrs()
        .map(found -> new AccessChoice(loadBalancerName.text(), new AccessSpec(found, opened())));
  }

  /** As an environment has them until somebody asks for something else. */
  private List<String> opened() {
    return kept.get().orElseGet(() -> openTargets.get() ? targetGroups.getValue() : List.of());
  }

  private Optional<Problem> currentProblem() {
    if (choice.get().isPresent()) {
      return Optional.empty();
    }
    return Stream.concat(
            Stream.of(loadBalancerName),
            mode.get() == AccessMode.NETWORKS ? networks.stream() : Stream.empty())
        .flatMap(field -> field.problem().stream())
        .findFirst()
        .or(() -> Optional.of(new Problem("wizard-access-mine", texts.get(addressProblem()))));
  }

  private String addressProblem() {
    if (isInternal()) {
      return "access.mine.internal";
    }
    return myAddress.get() instanceof MyAddress.Looking
        ? "access.mine.looking"
        : "access.mine.unknown";
  }
}
