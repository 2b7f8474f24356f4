package portico.practice.provider;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;

/**
 * A further certificate of an HTTPS listener. Its id is {@code <listener>_<certificate>}, both
 * ARNs.
 */
final class ListenerCertificateType implements ResourceKind {
  private static final Set<String> ABSENT = Set.of("ListenerNotFound", "CertificateNotFound");
  private static final String SEPARATOR = "_";
  private static final String TOKEN = "aws:lb/listenerCertificate:ListenerCertificate";
  private static final String LISTENER = "listenerArn";
  private static final String CERTIFICATE = "certificateArn";

  private static final Schema SCHEMA =
      Schema.of(
          Property.text(LISTENER).required().replaces().rule(ValueRule.arn()),
          Property.text(CERTIFICATE).required().replaces().rule(ValueRule.arn()));

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String listener = inputs.text(LISTENER).orElseThrow();
    String certificate = inputs.text(CERTIFICATE).orElseThrow();
    CallFailed.call(
        "AddListenerCertificates",
        () ->
            call.elb()
                .addListenerCertificates(
                    request -> request.listenerArn(listener).certificates(of(certificate))));
    return new ArnPair(listener, SEPARATOR, certificate).id();
  }

  @Override
  public Optional<Snapshot> read(String id, PropertyMap hint, Call call) {
    ArnPair pair = pair(id);
    boolean there =
        CallFailed.find(
                "DescribeListenerCertificates",
                ABSENT,
                () ->
                    call
                        .elb()
                        .describeListenerCertificatesPaginator(
                            request -> request.listenerArn(pair.first()))
                        .certificates()
                        .stream()
                        .anyMatch(
                            each ->
                                pair.second().equals(each.certificateArn())
                                    && !Boolean.TRUE.equals(each.isDefault())))
            .orElse(false);
    return there
        ? Optional.of(
            new Snapshot(
                id,
                PropertyMap.EMPTY
                    .with(LISTENER, PropertyValue.of(pair.first()))
                    .with(CERTIFICATE, PropertyValue.of(pair.second()))))
        : Optional.empty();
  }

  @Override
  public void delete(String id, PropertyMap state, Call call) {
    ArnPair pair = pair(id);
    CallFailed.find(
        "RemoveListenerCertificates",
        ABSENT,
        () ->
            call.elb()
                .removeListenerCertificates(
                    request -> request.listenerArn(pair.first()).certificates(of(pair.second()))));
  }

  private static Certificate of(String arn) {
    return Certificate.builder().certificateArn(arn).build();
  }

  private static ArnPair pair(String id) {
    return ArnPair.parse(id, SEPARATOR, "a listener certificate, <listener ARN>_<certificate ARN>");
  }
}
