package portico.desktop.wizard.routing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import portico.catalog.Catalogs;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.RoutingChoice;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.Violation;

/** Where requests come in and where they go: listeners, their rules, and what those do. */
public final class RoutingViewModel implements StepModel {
  private static final Pattern LISTENER = Pattern.compile("listeners\\[(\\d+)].*");
  private static final Pattern RULE = Pattern.compile("listeners\\[\\d+]\\.rules\\[(\\d+)].*");

  private final Texts texts;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final ObservableValue<List<TargetGroupSpec>> groups;
  private final GroupNames names = new GroupNames();
  private final Forms forms;
  private final TlsOffer offer;
  private final ListenerList listeners;
  private final HttpsSwitch https;
  private final TryForm trial;
  private final BooleanBinding httpsOn;
  private final BooleanBinding httpsOffered;
  private final ObjectBinding<List<Violation>> violations;
  private final ObjectBinding<List<String>> gone;
  private final ObjectBinding<Optional<RoutingChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;

  /**
   * @param groups the target groups that exist; empty while their step is not complete
   */
  public RoutingViewModel(
      Catalogs catalogs,
      Background background,
      Texts texts,
      InstantSource clock,
      ObservableValue<Optional<NetworkChoice>> network,
      ObservableValue<List<TargetGroupSpec>> groups) {
    this.texts = texts;
    this.network = network;
    this.groups = groups;
    names.update(groups.getValue().stream().map(TargetGroupSpec::name).toList());
    forms = new Forms(texts, names);
    offer = new TlsOffer(catalogs, background, clock, network);
    listeners = new ListenerList(forms, offer);
    https = new HttpsSwitch(forms, listeners);
    trial = new TryForm(forms, listeners);
    httpsOn = Bindings.createBooleanBinding(https::isOn, forms.changes());
    httpsOffered = Bindings.createBooleanBinding(https::isOffered, forms.changes());
    violations = Bindings.createObjectBinding(this::currentViolations, forms.changes());
    gone = Bindings.createObjectBinding(this::currentGone, forms.changes());
    choice = Bindings.createObjectBinding(this::currentChoice, forms.changes());
    problem = Bindings.createObjectBinding(this::currentProblem, forms.changes());
    groups.addListener((observed, before, now) -> groupsChanged(now));
    network.addListener((observed, before, now) -> forms.changed());
  }

  public ObservableValue<Optional<RoutingChoice>> choice() {
    return choice;
  }

  @Override
  public ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  @Override
  public void enter() {
    listeners.all().forEach(ListenerForm::need);
  }

  @Override
  public void reveal() {
    listeners.all().forEach(ListenerForm::reveal);
  }

  /** Starts with the listeners of an existing environment. */
  public void prefill(List<ListenerSpec> existing) {
    if (groups.getValue().isEmpty()) {
      names.forget();
    }
    listeners.prefill(existing);
  }

  ObservableList<ListenerForm> listeners() {
    return listeners.all();
  }

  ListenerForm addListener() {
    return listeners.add();
  }

  void removeListener(ListenerForm listener) {
    listeners.remove(listener);
  }

  Forms forms() {
    return forms;
  }

  TryForm trial() {
    return trial;
  }

  /** Whether HTTP is redirected to HTTPS. */
  BooleanBinding httpsOn() {
    return httpsOn;
  }

  /** Whether the listeners are such that one tick can do it. */
  BooleanBinding httpsOffered() {
    return httpsOffered;
  }

  void useHttps(boolean on) {
    https.set(on);
  }

  /** Whether callers send keys through the internet unencrypted. */
  boolean sendsKeysInTheClear(ListenerForm listener) {
    return listener.protocol() == Protocol.HTTP
        && network.getValue().map(each -> each.scheme() == Scheme.INTERNET_FACING).orElse(true);
  }

  /** Names of target groups that are forwarded to but do not exist any more. */
  ObservableValue<List<String>> gone() {
    return gone;
  }

  /** What a group that is gone can be replaced with at once; an empty text for nothing. */
  String replacement() {
    return names.first();
  }

  /** Forwards to the other group wherever the first one was named. */
  void replace(String before, String now) {
    forms.atOnce(
        () ->
            eachShare(
                share -> {
                  if (share.group().equals(before)) {
                    share.choose(now);
                  }
                }));
  }

  private void eachShare(Consumer<ShareForm> action) {
    actions().flatMap(each -> each.forward().shares().stream()).forEach(action);
  }

  private Stream<ActionForm> actions() {
    return listeners.all().stream()
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each.routes().defaultAction()),
                    each.routes().rules().rules().stream().map(RuleForm::action)));
  }

  private void groupsChanged(List<TargetGroupSpec> now) {
    names
        .update(now.stream().map(TargetGroupSpec::name).toList())
        .ifPresent(renamed -> replace(renamed.before(), renamed.now()));
    forms.changed();
  }

  private List<String> currentGone() {
    LinkedHashSet<String> found = new LinkedHashSet<>();
    actions()
        .filter(each -> each.kindProperty().get() == ActionKind.FORWARD)
        .flatMap(each -> each.forward().shares().stream())
        .filter(ShareForm::isGone)
        .forEach(share -> found.add(share.group()));
    return List.copyOf(found);
  }

  private Optional<List<ListenerSpec>> specs() {
    List<ListenerSpec> found = new ArrayList<>();
    listeners.all().forEach(each -> each.spec().ifPresent(found::add));
    return found.size() == listeners.all().size() ? Optional.of(found) : Optional.empty();
  }

  /** What the rules say against the whole, once every part is right. */
  private List<Violation> currentViolations() {
    return specs()
        .filter(all -> !groups.getValue().isEmpty())
        .map(all -> SpecCheck.listeners(region(), all, groups.getValue()))
        .orElse(List.of());
  }

  private String region() {
    return network.getValue().map(each -> each.place().region()).orElse(SpecDefaults.REGION);
  }

  private Optional<RoutingChoice> currentChoice() {
    return formProblem().isPresent() || !violations.get().isEmpty()
        ? Optional.empty()
        : specs().map(RoutingChoice::new);
  }

  private Optional<Problem> formProblem() {
    return listeners.all().stream().flatMap(each -> each.problem().stream()).findFirst();
  }

  private Optional<Problem> currentProblem() {
    return formProblem().or(() -> violations.get().stream().findFirst().map(this::problem));
  }

  private Problem problem(Violation violation) {
    ListenerForm listener = listeners.all().get(index(LISTENER, violation).orElse(0));
    String text = texts.failures().of(violation);
    Optional<RuleForm> rule =
        index(RULE, violation).flatMap(index -> listener.routes().rules().atPlace(index));
    return new Problem(
        rule.map(each -> each.id() + "-edit").orElse(listener.name().id()),
        texts.get(
            "routing.problem.listener",
            listener.title(),
            rule.map(each -> texts.get("routing.problem.rule", each.priority().text(), text))
                .orElse(text)));
  }

  private static Optional<Integer> index(Pattern pattern, Violation violation) {
    Matcher matcher = pattern.matcher(violation.field());
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
