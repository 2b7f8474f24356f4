package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Certificate;
import portico.practice.aws.state.Listener;

/** The certificates of HTTPS listeners: the default one and those for further names. */
final class ListenerCertificates {
  private ListenerCertificates() {}

  /** Refuses a certificate that does not exist, or that ACM has not issued. */
  static String usable(Call call, String arn) {
    Certificate certificate =
        Optional.ofNullable(call.state().certificates().get(arn))
            .orElseThrow(
                () ->
                    new AwsException("CertificateNotFound", "Certificate '" + arn + "' not found"));
    boolean over = certificate.notAfter().map(end -> !call.now().isBefore(end)).orElse(true);
    if (over || !certificate.status().equals("ISSUED")) {
      throw new AwsException(
          "UnsupportedCertificate",
          ("The certificate '%s' must have a fully-qualified domain name, a supported signature, "
                  + "and a supported key size.")
              .formatted(arn));
    }
    return arn;
  }

  static void add(Call call, Parameters parameters, Xml xml) {
    Listener listener = secure(call, parameters);
    List<String> certificates = new ArrayList<>(listener.certificates());
    List<String> added = arns(parameters);
    for (String arn : added) {
      usable(call, arn);
      if (!certificates.contains(arn)) {
        certificates.add(arn);
      }
    }
    Listener next = listener.certifiedBy(certificates);
    call.state().listeners().put(next.arn(), next);
    checkLimit(call, next);
    xml.list(
        "Certificates",
        "member",
        added,
        arn -> xml.text("CertificateArn", arn).text("IsDefault", false));
  }

  private static void checkLimit(Call call, Listener listener) {
    Set<String> extra = new HashSet<>();
    for (Listener each : Find.listenersOf(call.state(), listener.loadBalancerArn())) {
      each.certificates().stream().skip(1).forEach(extra::add);
    }
    int most = Limits.of("certificates-per-application-load-balancer");
    if (extra.size() > most) {
      throw new AwsException(
          "TooManyCertificates",
          "The maximum number of certificates has been reached (the limit is " + most + ")");
    }
  }

  static void remove(Call call, Parameters parameters, Xml xml) {
    Listener listener = secure(call, parameters);
    List<String> certificates = new ArrayList<>(listener.certificates());
    for (String arn : arns(parameters)) {
      if (arn.equals(certificates.getFirst())) {
        throw new AwsException(
            "OperationNotPermitted", "The default certificate of a listener cannot be removed");
      }
      certificates.remove(arn);
    }
    Listener next = listener.certifiedBy(certificates);
    call.state().listeners().put(next.arn(), next);
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    Listener listener = Find.listener(call, parameters);
    Pages<String> page = Pages.elb(parameters, listener.certificates());
    xml.list(
        "Certificates",
        "member",
        page.items(),
        arn ->
            xml.text("CertificateArn", arn)
                .text("IsDefault", arn.equals(listener.certificates().getFirst())));
    xml.maybe("NextMarker", page.next());
  }

  private static Listener secure(Call call, Parameters parameters) {
    Listener listener = Find.listener(call, parameters);
    if (!listener.protocol().equals("HTTPS")) {
      throw Check.invalid("Certificates can only be added to HTTPS listeners");
    }
    return listener;
  }

  private static List<String> arns(Parameters parameters) {
    List<String> arns = new ArrayList<>();
    for (Parameters each : parameters.structures("Certificates.member")) {
      if (each.has("IsDefault")) {
        throw Check.invalid("IsDefault cannot be specified for this operation");
      }
      arns.add(Check.required(each, "CertificateArn"));
    }
    if (arns.isEmpty()) {
      throw Check.invalid("At least one certificate must be specified");
    }
    return arns;
  }
}
