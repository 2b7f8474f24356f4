package portico.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.catalog.CertificateRequests;
import portico.model.CertificateNameFault;
import portico.model.CertificateNames;

/** Requests a certificate. */
@Command(name = "request")
final class CertificateRequestCommand extends CertificateAction {
  @Option(names = "--domain", paramLabel = "NAME", required = true)
  private String domain = "";

  @Option(names = "--also", paramLabel = "NAME")
  private List<String> also = new ArrayList<>();

  CertificateRequestCommand(CliContext context) {
    super(context);
  }

  @Override
  void check() {
    refuse(CertificateNames.firstFault(domain), domain);
    also.forEach(each -> refuse(CertificateNames.fault(each), each));
    if (also.size() > CertificateNames.FURTHER_MAX) {
      throw new Refused(Refusal.Usage.of("usage.certificate-names", CertificateNames.FURTHER_MAX));
    }
  }

  private void refuse(Optional<CertificateNameFault> fault, String name) {
    fault.ifPresent(
        each -> {
          throw new Refused(
              Refusal.Usage.of(
                  "usage.certificate-name", context.text().certificates.of(each, name)));
        });
  }

  @Override
  String arn(CertificateRequests requests) {
    CertificateNames names = new CertificateNames(domain, also);
    if (names.exceedsUsualQuota()) {
      context.say("certificate.quota", names.all().size(), CertificateNames.USUAL_QUOTA);
    }
    String arn = value(requests.request(names));
    context.say("certificate.requested", arn);
    return arn;
  }
}
