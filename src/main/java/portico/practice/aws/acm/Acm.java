package portico.practice.aws.acm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Service;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Certificate;
import portico.practice.aws.state.Listener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The simulated Certificate Manager: what certificates there are, and what state they are in. */
public final class Acm {
  private Acm() {}

  /** The service with its operations. */
  public static Service service() {
    return new Service.Json(
        Map.of(
            "ListCertificates", Acm::list,
            "DescribeCertificate", Acm::describe));
  }

  private static ObjectNode list(Call call, JsonNode request) {
    List<String> statuses = texts(request.path("CertificateStatuses"));
    List<Certificate> matching =
        call.state().certificates().values().stream()
            .filter(each -> statuses.isEmpty() || statuses.contains(each.status()))
            .toList();
    int size = request.path("MaxItems").asInt(1000);
    if (size < 1 || size > 1000) {
      throw new AwsException("ValidationException", "MaxItems must be between 1 and 1000");
    }
    JsonNode given = request.path("NextToken");
    Optional<String> token = given.isString() ? Optional.of(given.stringValue()) : Optional.empty();
    Pages<Certificate> page = Pages.of(matching, size, token, "ValidationException");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode summaries = answer.putArray("CertificateSummaryList");
    page.items().forEach(each -> summarise(call, each, summaries.addObject()));
    page.next().ifPresent(next -> answer.put("NextToken", next));
    return answer;
  }

  private static ObjectNode describe(Call call, JsonNode request) {
    String arn = request.path("CertificateArn").asString("");
    Certificate certificate =
        Optional.ofNullable(call.state().certificates().get(arn))
            .orElseThrow(
                () ->
                    new AwsException(
                        "ResourceNotFoundException",
                        "Could not find certificate %s in account %s.".formatted(arn, Account.ID)));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode detail = answer.putObject("Certificate");
    common(call, certificate, detail);
    ArrayNode names = detail.putArray("SubjectAlternativeNames");
    certificate.alternativeNames().forEach(names::add);
    ArrayNode users = detail.putArray("InUseBy");
    users(call, certificate).forEach(users::add);
    detail.put("Subject", "CN=" + certificate.domain()).put("SignatureAlgorithm", "SHA256WITHRSA");
    detail.putObject("Options").put("CertificateTransparencyLoggingPreference", "ENABLED");
    return answer;
  }

  private static void summarise(Call call, Certificate certificate, ObjectNode summary) {
    common(call, certificate, summary);
    ArrayNode names = summary.putArray("SubjectAlternativeNameSummaries");
    certificate.alternativeNames().forEach(names::add);
    summary
        .put("HasAdditionalSubjectAlternativeNames", false)
        .put("InUse", !users(call, certificate).isEmpty())
        .put("Exported", false);
  }

  private static void common(Call call, Certificate certificate, ObjectNode node) {
    boolean issued = certificate.notBefore().isPresent();
    node.put("CertificateArn", certificate.arn())
        .put("DomainName", certificate.domain())
        .put("Status", status(call, certificate))
        .put("Type", certificate.type())
        .put("KeyAlgorithm", certificate.keyAlgorithm())
        .put("RenewalEligibility", issued ? "ELIGIBLE" : "INELIGIBLE")
        .put("CreatedAt", certificate.createdAt().getEpochSecond());
    certificate.notBefore().ifPresent(time -> node.put("NotBefore", time.getEpochSecond()));
    certificate.notBefore().ifPresent(time -> node.put("IssuedAt", issuedAt(time)));
    certificate.notAfter().ifPresent(time -> node.put("NotAfter", time.getEpochSecond()));
  }

  private static long issuedAt(Instant validFrom) {
    return validFrom.plus(Duration.ofMinutes(5)).getEpochSecond();
  }

  /** An issued certificate expires by itself. */
  private static String status(Call call, Certificate certificate) {
    boolean over = certificate.notAfter().map(end -> !call.now().isBefore(end)).orElse(false);
    return over ? "EXPIRED" : certificate.status();
  }

  private static List<String> users(Call call, Certificate certificate) {
    return call.state().listeners().values().stream()
        .filter(each -> each.certificates().contains(certificate.arn()))
        .map(Listener::loadBalancerArn)
        .distinct()
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(each -> each.asString("")).toList();
  }
}
