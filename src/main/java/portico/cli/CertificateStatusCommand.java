package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import portico.catalog.CertificateRequests;

/** Says how far a request for a certificate has come. */
@Command(name = "status")
final class CertificateStatusCommand extends CertificateAction {
  @Parameters(arity = "1", paramLabel = "ARN", descriptionKey = "portico.certificate.status.arn")
  private String arn = "";

  CertificateStatusCommand(CliContext context) {
    super(context);
  }

  @Override
  void check() {}

  @Override
  String arn(CertificateRequests requests) {
    return arn;
  }
}
