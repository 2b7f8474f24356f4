package portico.desktop.wizard.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.catalog.CloudAccount;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.desktop.wizard.draft.AccessChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.FieldRules;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.Rule;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.Violation;
import portico.service.Practice;

/**
 * The load balancer's name, its listener and who may reach it. Offers this machine's own address
 * first; for an internal load balancer, which that address never reaches, the VPC's network.
 */
public final class AccessViewModel implements StepModel {
  public static final String ANYONE = "0.0.0.0/0";

  private final Practice practice;
  private final Background background;
  private final Texts texts;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final Field loadBalancerName;
  private final Field listenerName;
  private final Field port;
  private final ReadOnlyObjectWrapper<AccessMode> mode =
      new ReadOnlyObjectWrapper<>(AccessMode.MY_ADDRESS);
  private final ReadOnlyObjectWrapper<MyAddress> myAddress =
      new ReadOnlyObjectWrapper<>(new MyAddress.Looking());
  private final ObservableList<Field> networks = FXCollections.observableArrayList();
  private final ObservableList<Field> readOnlyNetworks =
      FXCollections.unmodifiableObservableList(networks);
  private final IntegerProperty edits = new SimpleIntegerProperty();
  private final BooleanBinding internal;
  private final ObjectBinding<Optional<AccessChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private final Latest latest = new Latest();
  private Optional<CloudAccount> lookedUpFor = Optional.empty();
  private Protocol protocol = Protocol.HTTP;
  private List<Integer> otherPorts = List.of();
  private boolean modeChosen;
  private boolean networksFilled;
  private int networksMade;

  public AccessViewModel(
      Practice practice,
      Background background,
      Texts texts,
      ObservableValue<Optional<NetworkChoice>> network) {
    this.practice = practice;
    this.background = background;
    this.texts = texts;
    this.network = network;
    loadBalancerName =
        new Field(
            "wizard-load-balancer-name",
            texts.get("access.name"),
            text -> texts.first(FieldRules.loadBalancerName("", text)));
    listenerName =
        new Field(
            "wizard-listener-name",
            texts.get("access.listener.name"),
            text -> texts.first(FieldRules.listenerName("", text)));
    port = new Field("wizard-listener-port", texts.get("access.listener.port"), this::portFault);
    loadBalancerName.prefill(SpecDefaults.LOAD_BALANCER_NAME);
    listenerName.prefill(SpecDefaults.LISTENER_NAME);
    port.prefill(String.valueOf(SpecDefaults.PORT));
    addNetwork("");
    internal =
        Bindings.createBooleanBinding(
            () -> network.getValue().map(each -> each.scheme() == Scheme.INTERNAL).orElse(false),
            network);
    choice =
        Bindings.createObjectBinding(
            this::currentChoice,
            loadBalancerName.textProperty(),
            listenerName.textProperty(),
            port.textProperty(),
            mode,
            myAddress,
            edits,
            network);
    problem = Bindings.createObjectBinding(this::currentProblem, choice);
  }

  public Field loadBalancerName() {
    return loadBalancerName;
  }

  public Field listenerName() {
    return listenerName;
  }

  public Field port() {
    return port;
  }

  public ReadOnlyObjectProperty<AccessMode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<MyAddress> myAddressProperty() {
    return myAddress.getReadOnlyProperty();
  }

  /** The networks of the user's own list, one field each; at least one. */
  public ObservableList<Field> networks() {
    return readOnlyNetworks;
  }

  /** Whether the load balancer is an internal one, which this machine's address never reaches. */
  public ObservableBooleanValue internalProperty() {
    return internal;
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
      fillNetworks(network.getValue().map(each -> each.vpc().cidr()).orElse(""));
    }
    Optional<CloudAccount> account = network.getValue().map(each -> each.place().account());
    if (account.isPresent() && !account.equals(lookedUpFor)) {
      lookUp();
    }
  }

  @Override
  public void reveal() {
    Stream.concat(Stream.of(loadBalancerName, listenerName, port), networks.stream())
        .forEach(Field::reveal);
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
    addNetwork("");
  }

  /** Removes a network from the list; the last one is emptied instead. */
  public void removeNetwork(Field field) {
    if (networks.size() > 1) {
      networks.remove(field);
    } else {
      field.prefill("");
    }
    edited();
  }

  /** Starts with the names, listener and access of an existing environment. */
  public void prefill(EnvironmentSpec existing) {
    loadBalancerName.prefill(existing.loadBalancer().name());
    existing.listeners().stream().findFirst().ifPresent(this::prefillListener);
    otherPorts = existing.listeners().stream().skip(1).map(ListenerSpec::port).toList();
    List<String> cidrs = existing.access().ingressCidrs();
    chooseMode(cidrs.equals(List.of(ANYONE)) ? AccessMode.ANYONE : AccessMode.NETWORKS);
    if (mode.get() == AccessMode.NETWORKS) {
      networks.clear();
      cidrs.forEach(this::addNetwork);
      networksFilled = true;
    }
  }

  private void prefillListener(ListenerSpec listener) {
    listenerName.prefill(listener.name());
    port.prefill(String.valueOf(listener.port()));
    protocol = listener.protocol();
  }

  private void lookedUp(Optional<String> address) {
    myAddress.set(address.<MyAddress>map(MyAddress.Known::new).orElseGet(MyAddress.NotFound::new));
    if (!modeChosen && !isInternal()) {
      mode.set(address.isPresent() ? AccessMode.MY_ADDRESS : AccessMode.NETWORKS);
    }
  }

  private void fillNetworks(String cidr) {
    if (!networksFilled && networks.getFirst().text().isEmpty()) {
      networksFilled = true;
      networks.getFirst().prefill(cidr);
    }
  }

  private void addNetwork(String cidr) {
    networksMade++;
    Field field =
        new Field(
            "wizard-network-" + networksMade, texts.get("access.network"), this::cidrFault, edits);
    field.prefill(cidr);
    field.textProperty().addListener((observed, before, now) -> edited());
    networks.add(field);
    edited();
  }

  private void edited() {
    edits.set(edits.get() + 1);
  }

  private Optional<String> portFault(String text) {
    return NumberRules.port(texts, text)
        .or(
            () ->
                Field.number(text).stream()
                    .boxed()
                    .filter(otherPorts::contains)
                    .findFirst()
                    .flatMap(
                        taken ->
                            texts.first(
                                List.of(Violation.of("", Rule.LISTENER_PORT_TWICE, taken)))));
  }

  private Optional<String> cidrFault(String text) {
    if (text.isEmpty()) {
      return texts.first(List.of(Violation.of("", Rule.REQUIRED)));
    }
    long same = networks.stream().filter(field -> field.text().equals(text)).count();
    return texts
        .first(FieldRules.cidr("", text))
        .or(
            () ->
                same > 1
                    ? texts.first(List.of(Violation.of("", Rule.INGRESS_TWICE, text)))
                    : Optional.empty());
  }

  /** The networks let in, if they are known and right. */
  private Optional<List<String>> cidrs() {
    return switch (mode.get()) {
      case ANYONE -> Optional.of(List.of(ANYONE));
      case MY_ADDRESS ->
          myAddress.get() instanceof MyAddress.Known(String address)
              ? Optional.of(List.of(address + "/32"))
              : Optional.empty();
      case NETWORKS ->
          networks.stream().allMatch(Field::isValid)
              ? Optional.of(networks.stream().map(Field::text).toList())
              : Optional.empty();
    };
  }

  private Optional<AccessChoice> currentChoice() {
    boolean reaches = !(isInternal() && mode.get() == AccessMode.MY_ADDRESS);
    if (!loadBalancerName.isValid() || !listenerName.isValid() || !port.isValid() || !reaches) {
      return Optional.empty();
    }
    return cidrs()
        .map(
            found ->
                new AccessChoice(
                    loadBalancerName.text(),
                    listenerName.text(),
                    protocol,
                    port.number().orElseThrow(),
                    new AccessSpec(found)));
  }

  private Optional<Problem> currentProblem() {
    if (choice.get().isPresent()) {
      return Optional.empty();
    }
    return Stream.concat(
            Stream.of(loadBalancerName, listenerName, port),
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
