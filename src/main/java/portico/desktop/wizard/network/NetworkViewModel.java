package portico.desktop.wizard.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.catalog.Catalogs;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.ChoiceRows;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.IpAddressType;
import portico.model.LoadBalancerRules;
import portico.model.LoadBalancerSpec;
import portico.model.NetworkRules;
import portico.model.Rule;
import portico.model.Scheme;
import portico.model.SubnetFacts;
import portico.model.Violation;

/** The VPC and its subnets. Picks a sensible pair of subnets until the user picks. */
public final class NetworkViewModel implements StepModel {
  private final Catalogs catalogs;
  private final Texts texts;
  private final ObservableValue<Optional<AccountChoice>> account;

  private final Loader<List<Vpc>> vpcs;
  private final Loader<List<Subnet>> subnets;
  private final ReadOnlyObjectWrapper<Optional<Vpc>> vpc =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Scheme> scheme =
      new ReadOnlyObjectWrapper<>(Scheme.INTERNET_FACING);
  private final ReadOnlyObjectWrapper<IpAddressType> addresses =
      new ReadOnlyObjectWrapper<>(IpAddressType.IPV4);
  private final PoolForm pool;
  private final ChoiceRows<SubnetRow> rows = new ChoiceRows<>();
  private final ReadOnlyObjectWrapper<List<String>> gone = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectBinding<Optional<String>> fault;
  private final ObjectBinding<Optional<NetworkChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private Optional<Place> read = Optional.empty();
  private Optional<LoadBalancerSpec> wanted = Optional.empty();

  public NetworkViewModel(
      Catalogs catalogs,
      Background background,
      Texts texts,
      ObservableValue<Optional<AccountChoice>> account) {
    this.catalogs = catalogs;
    this.texts = texts;
    this.account = account;
    vpcs = new Loader<>(background);
    subnets = new Loader<>(background);
    pool = new PoolForm(catalogs, background, scheme, addresses);
    fault =
        Bindings.createObjectBinding(
            this::currentFault, rows.choicesProperty(), scheme, addresses, vpc);
    choice =
        Bindings.createObjectBinding(
            this::currentChoice,
            fault,
            addresses,
            pool.chosenProperty(),
            account,
            subnets.stateProperty());
    problem = Bindings.createObjectBinding(this::currentProblem, choice, vpcs.stateProperty());
    vpcs.stateProperty()
        .addListener((observed, before, now) -> now.value().ifPresent(this::vpcsRead));
    subnets
        .stateProperty()
        .addListener((observed, before, now) -> now.value().ifPresent(this::subnetsRead));
  }

  public ReadOnlyObjectProperty<LoadState<List<Vpc>>> vpcsProperty() {
    return vpcs.stateProperty();
  }

  public ReadOnlyObjectProperty<LoadState<List<Subnet>>> subnetsProperty() {
    return subnets.stateProperty();
  }

  public ReadOnlyObjectProperty<Optional<Vpc>> vpcProperty() {
    return vpc.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Scheme> schemeProperty() {
    return scheme.getReadOnlyProperty();
  }

  /** The addresses that the load balancer gets. */
  public ReadOnlyObjectProperty<IpAddressType> addressesProperty() {
    return addresses.getReadOnlyProperty();
  }

  public void chooseAddresses(IpAddressType chosen) {
    addresses.set(chosen);
  }

  /** Where public IPv4 addresses come from. */
  PoolForm pool() {
    return pool;
  }

  /** The subnets of the VPC to choose from. */
  public ChoiceRows<SubnetRow> subnets() {
    return rows;
  }

  /** What is wrong with the chosen subnets together. */
  public ObservableValue<Optional<String>> fault() {
    return fault;
  }

  /** Subnets of the environment being changed that AWS no longer has. */
  public ReadOnlyObjectProperty<List<String>> goneProperty() {
    return gone.getReadOnlyProperty();
  }

  public ObservableValue<Optional<NetworkChoice>> choice() {
    return choice;
  }

  @Override
  public ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  @Override
  public void enter() {
    Optional<Place> now = place();
    if (now.isPresent() && !now.equals(read)) {
      reload();
    }
  }

  /** The message about the choice is always shown: there is nothing to reveal. */
  @Override
  public void reveal() {}

  /** Reads the VPCs, and then the subnets, again. */
  public void reload() {
    place()
        .ifPresent(
            where -> {
              read = Optional.of(where);
              rows.clear();
              subnets.clear();
              vpcs.load(where.reading(catalogs, catalog -> catalog.vpcs()));
              pool.read(where);
            });
  }

  public void chooseVpc(Vpc chosen) {
    if (!vpc.get().equals(Optional.of(chosen))) {
      rows.forgetPick();
      vpc.set(Optional.of(chosen));
      readSubnets();
    }
  }

  /** Reads the subnets of the chosen VPC again. */
  public void readSubnets() {
    if (read.isEmpty() || vpc.get().isEmpty()) {
      return;
    }
    String vpcId = vpc.get().get().id();
    rows.clear();
    subnets.load(read.get().reading(catalogs, catalog -> catalog.subnets(vpcId)));
  }

  public void chooseScheme(Scheme chosen) {
    scheme.set(chosen);
    if (!rows.isPicked() && !rows.all().isEmpty()) {
      pickSensibly();
    }
  }

  /** Chooses the pair that Portico would choose by itself. */
  public void pickSensibly() {
    List<SubnetFacts> facts = rows.all().stream().map(row -> row.subnet().facts()).toList();
    Set<String> pair =
        NetworkRules.sensiblePair(scheme.get(), facts).stream()
            .map(SubnetFacts::id)
            .collect(Collectors.toSet());
    rows.choose(row -> pair.contains(row.subnet().id()));
  }

  /** Starts with the network of an existing environment. */
  public void prefill(LoadBalancerSpec existing) {
    wanted = Optional.of(existing);
    scheme.set(existing.scheme());
    addresses.set(existing.ipAddressType());
    pool.choose(existing.ipv4IpamPoolId());
  }

  private Optional<Place> place() {
    return account.getValue().map(AccountChoice::place);
  }

  private void vpcsRead(List<Vpc> found) {
    Optional<Vpc> before = vpc.get();
    rows.forgetPick();
    vpc.set(
        found.stream()
            .filter(
                each -> wanted.map(LoadBalancerSpec::vpcId).filter(each.id()::equals).isPresent())
            .findFirst()
            .or(() -> before.filter(found::contains))
            .or(() -> found.stream().filter(Vpc::isDefault).findFirst())
            .or(() -> found.stream().findFirst()));
    readSubnets();
  }

  private void subnetsRead(List<Subnet> found) {
    rows.show(
        found.stream()
            .map(each -> new SubnetRow(each, scheme.getReadOnlyProperty(), texts))
            .toList());
    Optional<LoadBalancerSpec> before = wanted;
    wanted = Optional.empty();
    gone.set(List.of());
    if (before.isPresent()
        && vpc.get().map(Vpc::id).filter(before.get().vpcId()::equals).isPresent()) {
      Set<String> ids = new HashSet<>(before.get().subnetIds());
      rows.pick(row -> ids.contains(row.subnet().id()));
      rows.chosen().forEach(row -> ids.remove(row.subnet().id()));
      gone.set(List.copyOf(ids));
    } else {
      pickSensibly();
    }
  }

  private Optional<String> currentFault() {
    String vpcId = vpc.get().map(Vpc::id).orElse("");
    List<Subnet> chosen = rows.chosen().stream().map(SubnetRow::subnet).toList();
    List<Violation> found =
        new ArrayList<>(
            NetworkRules.check(vpcId, scheme.get(), chosen.stream().map(Subnet::facts).toList()));
    found.addAll(LoadBalancerRules.ipAddressType("", scheme.get(), addresses.get()));
    if (addresses.get().hasIpv6()) {
      chosen.stream()
          .filter(subnet -> !subnet.hasIpv6())
          .forEach(each -> found.add(Violation.of("", Rule.SUBNET_WITHOUT_IPV6, each.id())));
    }
    return texts.first(found);
  }

  private Optional<NetworkChoice> currentChoice() {
    boolean readHere = place().isPresent() && place().equals(read);
    if (!readHere || vpc.get().isEmpty() || fault.get().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new NetworkChoice(
            read.get(),
            scheme.get(),
            addresses.get(),
            vpc.get().get(),
            rows.chosen().stream().map(SubnetRow::subnet).toList(),
            pool.wanted()));
  }

  private Optional<Problem> currentProblem() {
    if (choice.get().isPresent()) {
      return Optional.empty();
    }
    if (vpcs.state().isBusy() || subnets.state().isBusy()) {
      return Optional.of(new Problem("wizard-vpc", texts.get("network.busy")));
    }
    if (vpcs.state().failed().isPresent()) {
      return Optional.of(new Problem("wizard-vpcs-retry", texts.get("network.vpcs.failed")));
    }
    if (subnets.state().failed().isPresent()) {
      return Optional.of(new Problem("wizard-subnets-retry", texts.get("network.subnets.failed")));
    }
    if (vpc.get().isEmpty()) {
      return Optional.of(new Problem("wizard-vpc", texts.get("network.vpc.none")));
    }
    if (rows.all().isEmpty() && subnets.state().value().isPresent()) {
      return Optional.of(new Problem("wizard-vpc", texts.get("network.subnets.none")));
    }
    return Optional.of(
        new Problem("wizard-subnets", fault.get().orElseGet(() -> texts.get("network.busy"))));
  }
}
