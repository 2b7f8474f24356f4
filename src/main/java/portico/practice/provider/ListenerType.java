package portico.practice.provider;

import static portico.practice.provider.ListenerSchema.ACTIONS;
import static portico.practice.provider.ListenerSchema.ATTRIBUTES;
import static portico.practice.provider.ListenerSchema.BALANCER;
import static portico.practice.provider.ListenerSchema.CERTIFICATE;
import static portico.practice.provider.ListenerSchema.HTTPS;
import static portico.practice.provider.ListenerSchema.MUTUAL;
import static portico.practice.provider.ListenerSchema.SCHEMA;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;

/**
 * Listeners of application load balancers. One that stands on the same port of our own load
 * balancer is taken over.
 */
final class ListenerType implements ResourceKind {
  static final Set<String> ABSENT = Set.of("ListenerNotFound", "LoadBalancerNotFound");
  private static final String TOKEN = "aws:lb/listener:Listener";

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
    Actions.check(ACTIONS, inputs, checker);
    boolean https = inputs.text("protocol").equals(Optional.of(HTTPS));
    if (https && inputs.get(CERTIFICATE).isEmpty()) {
      checker.fail(CERTIFICATE, "is required for HTTPS");
    }
    if (!https && !inputs.unknown("protocol") && inputs.get(CERTIFICATE).isPresent()) {
      checker.fail(CERTIFICATE, "is allowed for HTTPS only");
    }
    return inputs;
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String balancer = inputs.text(BALANCER).orElseThrow();
    int port = inputs.integer("port").orElseThrow();
    return new Taken<Listener>(
            () -> standing(balancer, port, call),
            found -> adopted(found, inputs, call),
            "DuplicateListener")
        .orMade(
            () ->
                CallFailed.call(
                        "CreateListener",
                        () -> call.elb().createListener(creation(balancer, port, inputs)))
                    .listeners()
                    .getFirst()
                    .listenerArn());
  }

  @Override
  public void converge(String arn, PropertyMap inputs, Call call) {
    Listener actual = call.awaitFound("the listener " + arn, () -> find(arn, call));
    PropertyMap state = state(actual);
    boolean differs =
        List.of("port", "protocol", "sslPolicy", CERTIFICATE, ACTIONS, MUTUAL).stream()
            .flatMap(name -> SCHEMA.input(name).stream())
            .anyMatch(property -> differs(property, state, inputs));
    if (differs) {
      CallFailed.call("ModifyListener", () -> call.elb().modifyListener(modification(arn, inputs)));
    }
    ElbAttributes.LISTENER.converge(ATTRIBUTES, SCHEMA, arn, inputs, call);
    ElbTags.converge(arn, inputs, call);
  }

  @Override
  public Optional<Snapshot> read(String arn, PropertyMap hint, Call call) {
    return find(arn, call)
        .map(
            found -> ATTRIBUTES.state(state(found), SCHEMA, ElbAttributes.LISTENER.read(arn, call)))
        .map(state -> new Snapshot(arn, ElbTags.state(state, arn, call)));
  }

  @Override
  public void delete(String arn, PropertyMap state, Call call) {
    CallFailed.find(
        "DeleteListener",
        ABSENT,
        () -> call.elb().deleteListener(request -> request.listenerArn(arn)));
  }

  private static boolean differs(Property property, PropertyMap state, PropertyMap inputs) {
    Optional<PropertyValue> wanted = inputs.get(property.name());
    return wanted.isPresent()
        ? !Schema.same(property, state.get(property.name()), wanted.get())
        : property.name().equals(MUTUAL)
            && !state.get(MUTUAL).map(property.normal()).map(PropertyValue::isEmpty).orElse(true);
  }

  private static String adopted(Listener existing, PropertyMap inputs, Call call) {
    String balancer = existing.loadBalancerArn();
    boolean ours = ElbTags.owned(balancer, inputs, call);
    call.adopt(
        "a listener on port %d of %s".formatted(existing.port(), balancer),
        existing.listenerArn(),
        ours);
    return existing.listenerArn();
  }

  private static CreateListenerRequest creation(String balancer, int port, PropertyMap inputs) {
    CreateListenerRequest.Builder request =
        CreateListenerRequest.builder()
            .loadBalancerArn(balancer)
            .port(port)
            .protocol(inputs.text("protocol").orElse("HTTP"))
            .defaultActions(Actions.request(ACTIONS, inputs));
    inputs.text("sslPolicy").ifPresent(request::sslPolicy);
    inputs
        .text(CERTIFICATE)
        .ifPresent(arn -> request.certificates(Certificate.builder().certificateArn(arn).build()));
    inputs.map(MUTUAL).ifPresent(mutual -> request.mutualAuthentication(mutual(mutual)));
    ElbTags.wanted(inputs).ifPresent(request::tags);
    return request.build();
  }

  private static ModifyListenerRequest modification(String arn, PropertyMap inputs) {
    ModifyListenerRequest.Builder request =
        ModifyListenerRequest.builder()
            .listenerArn(arn)
            .defaultActions(Actions.request(ACTIONS, inputs));
    inputs.integer("port").ifPresent(request::port);
    inputs.text("protocol").ifPresent(request::protocol);
    inputs.text("sslPolicy").ifPresent(request::sslPolicy);
    inputs
        .text(CERTIFICATE)
        .ifPresent(
            certificate ->
                request.certificates(Certificate.builder().certificateArn(certificate).build()));
    if (inputs.text("protocol").equals(Optional.of(HTTPS))) {
      request.mutualAuthentication(
          inputs
              .map(MUTUAL)
              .map(ListenerType::mutual)
              .orElse(MutualAuthenticationAttributes.builder().mode("off").build()));
    }
    return request.build();
  }

  private static MutualAuthenticationAttributes mutual(PropertyMap mutual) {
    MutualAuthenticationAttributes.Builder request = MutualAuthenticationAttributes.builder();
    mutual.text("mode").ifPresent(request::mode);
    mutual.text("trustStoreArn").ifPresent(request::trustStoreArn);
    mutual.text("advertiseTrustStoreCaNames").ifPresent(request::advertiseTrustStoreCaNames);
    if (mutual.text("mode").equals(Optional.of("verify"))) {
      mutual
          .flag("ignoreClientCertificateExpiry")
          .ifPresent(request::ignoreClientCertificateExpiry);
    }
    return request.build();
  }

  private static PropertyMap state(Listener found) {
    PropertyMap state =
        PropertyMap.EMPTY
            .with("arn", PropertyValue.of(found.listenerArn()))
            .with(BALANCER, PropertyValue.of(found.loadBalancerArn()))
            .with("port", PropertyValue.of(found.port()))
            .with("protocol", PropertyValue.of(found.protocolAsString()))
            .with(ACTIONS, Actions.state(found.defaultActions()));
    state = state.withText("sslPolicy", found.sslPolicy());
    if (!found.certificates().isEmpty()) {
      state =
          state.with(
              CERTIFICATE, PropertyValue.of(found.certificates().getFirst().certificateArn()));
    }
    MutualAuthenticationAttributes mutual = found.mutualAuthentication();
    return mutual == null || mutual.mode() == null
        ? state
        : state.with(MUTUAL, mutualState(mutual));
  }

  private static PropertyMap mutualState(MutualAuthenticationAttributes mutual) {
    return PropertyMap.EMPTY
        .with("mode", PropertyValue.of(mutual.mode()))
        .withText("trustStoreArn", mutual.trustStoreArn())
        .withText("advertiseTrustStoreCaNames", mutual.advertiseTrustStoreCaNamesAsString())
        .with(
            "ignoreClientCertificateExpiry",
            PropertyValue.of(Boolean.TRUE.equals(mutual.ignoreClientCertificateExpiry())));
  }

  private static Optional<Listener> standing(String balancer, int port, Call call) {
    return CallFailed.call(
        "DescribeListeners",
        () ->
            call
                .elb()
                .describeListenersPaginator(request -> request.loadBalancerArn(balancer))
                .listeners()
                .stream()
                .filter(listener -> listener.port() == port)
                .findFirst());
  }

  private static Optional<Listener> find(String arn, Call call) {
    return CallFailed.find(
            "DescribeListeners",
            ABSENT,
            () -> call.elb().describeListeners(request -> request.listenerArns(arn)))
        .flatMap(answer -> answer.listeners().stream().findFirst());
  }
}
