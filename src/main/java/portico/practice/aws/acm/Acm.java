package portico.practice.aws.acm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Service;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Certificate;
import portico.practice.aws.state.Issuance;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.ValidationRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated Certificate Manager (docs.aws.amazon.com/acm/latest/APIReference): certificates are
 * requested, issued once their records are in Route 53, and deleted.
 */
public final class Acm {
  private Acm() {}

  /** The service with its operations. */
  public static Service service() {
    return new Service.Json(
        Map.of(
            "ListCertificates", Acm::list,
            "DescribeCertificate", Acm::describe,
            "RequestCertificate", Requests::request,
            "DeleteCertificate", Acm::delete,
            "ListTagsForCertificate", Acm::tags));
  }

  private static ObjectNode list(Call call, JsonNode request) {
    List<String> statuses = texts(request.path("CertificateStatuses"));
    List<Certificate> matching =
        call.state().certificates().values().stream()
            .filter(each -> statuses.isEmpty() || statuses.contains(status(call, each)))
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
    Certificate certificate = find(call, request);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode detail = answer.putObject("Certificate");
    common(call, certificate, detail);
    ArrayNode names = detail.putArray("SubjectAlternativeNames");
    certificate.alternativeNames().forEach(names::add);
    ArrayNode users = detail.putArray("InUseBy");
    users(call, certificate).forEach(users::add);
    detail.put("Subject", "CN=" + certificate.domain()).put("SignatureAlgorithm", "SHA256WITHRSA");
    validation(call, certificate, detail.putArray("DomainValidationOptions"));
    detail.putObject("Options").put("CertificateTransparencyLoggingPreference", "ENABLED");
    return answer;
  }

  private static Certificate find(Call call, JsonNode request) {
    String arn = request.path("CertificateArn").asString("");
    return Optional.ofNullable(call.state().certificates().get(arn))
        .orElseThrow(
            () ->
                new AwsException(
                    "ResourceNotFoundException",
                    "Could not find certificate %s in account %s.".formatted(arn, Account.ID)));
  }

  /** A new request has no records yet: ACM shows them some seconds later. */
  private static void validation(Call call, Certificate certificate, ArrayNode options) {
    boolean issued = certificate.notBefore().isPresent();
    boolean recorded =
        !call.now().isBefore(certificate.createdAt().plus(call.provisioning().dividedBy(4)));
    for (String name : certificate.alternativeNames()) {
      boolean shown =
          Issuance.shown(name, call.hostedZones().values())
              .filter(at -> !call.now().isBefore(at))
              .isPresent();
      ObjectNode option = options.addObject();
      option
          .put("DomainName", name)
          .put("ValidationDomain", name)
          .put("ValidationStatus", issued || shown ? "SUCCESS" : failed(certificate))
          .put("ValidationMethod", "DNS");
      if (recorded) {
        ValidationRecord record = ValidationRecord.of(name);
        option
            .putObject("ResourceRecord")
            .put("Name", record.name())
            .put("Type", "CNAME")
            .put("Value", record.value());
      }
    }
  }

  private static String failed(Certificate certificate) {
    return certificate.status().equals(Certificate.TIMED_OUT) ? "FAILED" : Certificate.PENDING;
  }

  private static ObjectNode delete(Call call, JsonNode request) {
    Certificate certificate = find(call, request);
    if (!users(call, certificate).isEmpty()) {
      throw new AwsException(
          "ResourceInUseException",
          "Certificate %s in account %s is in use.".formatted(certificate.arn(), Account.ID));
    }
    call.state().certificates().remove(certificate.arn());
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode tags(Call call, JsonNode request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode tags = answer.putArray("Tags");
    find(call, request)
        .request()
        .ifPresent(
            made ->
                made.tags()
                    .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value)));
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
    certificate.issuedAt().ifPresent(time -> node.put("IssuedAt", time.getEpochSecond()));
    certificate.notAfter().ifPresent(time -> node.put("NotAfter", time.getEpochSecond()));
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
