package portico.practice.aws.acm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.state.Certificate;
import portico.practice.aws.state.CertificateRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes requests for certificates (API_RequestCertificate); only validation by DNS is simulated.
 */
final class Requests {
  private static final Pattern NAME =
      Pattern.compile(
          "(\\*\\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\\.)+"
              + "((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])");
  private static final Set<String> KEYS =
      Set.of(
          "RSA_1024",
          "RSA_2048",
          "RSA_3072",
          "RSA_4096",
          "EC_prime256v1",
          "EC_secp384r1",
          "EC_secp521r1");

  /** Of keys of public certificates that ACM issues (acm-certificate-characteristics.html). */
  private static final Set<String> ISSUED_KEYS =
      Set.of("RSA_2048", "EC_prime256v1", "EC_secp384r1");

  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_FIRST_NAME = 64;

  /** The quota of names per certificate, unless it is raised (acm-limits.html). */
  private static final int MOST_NAMES = 10;

  private static final int MOST_FURTHER_NAMES = 100;
  private static final int MOST_TAGS = 50;
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private Requests() {}

  static ObjectNode request(Call call, JsonNode request) {
    List<String> names = names(request);
    String key = request.path("KeyAlgorithm").asString("RSA_2048");
    checkKey(key);
    checkValidation(request, names);
    Optional<String> token = token(request);
    Map<String, String> tags = tags(request.path("Tags"));
    Optional<Certificate> same = token.flatMap(each -> same(call, each, names));
    Certificate certificate =
        same.orElseGet(() -> made(call, names, key, new CertificateRequest(token, tags)));
    call.state().certificates().put(certificate.arn(), certificate);
    return JsonNodeFactory.instance.objectNode().put("CertificateArn", certificate.arn());
  }

  private static Certificate made(
      Call call, List<String> names, String key, CertificateRequest request) {
    return new Certificate(
        call.arn("acm", "certificate/" + UUID.randomUUID()),
        names.getFirst(),
        names,
        Certificate.PENDING,
        "AMAZON_ISSUED",
        key,
        call.now(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(request));
  }

  /** The certificate that the same request with the same token has made within an hour. */
  private static Optional<Certificate> same(Call call, String token, List<String> names) {
    return call.state().certificates().values().stream()
        .filter(each -> each.alternativeNames().equals(names))
        .filter(each -> call.now().isBefore(each.createdAt().plus(TOKEN_LIFE)))
        .filter(
            each ->
                each.request()
                    .flatMap(CertificateRequest::idempotencyToken)
                    .filter(token::equals)
                    .isPresent())
        .findFirst();
  }

  private static List<String> names(JsonNode request) {
    String first = name("domainName", request.path("DomainName").asString(""));
    List<String> further = new ArrayList<>();
    for (JsonNode each : request.path("SubjectAlternativeNames")) {
      further.add(name("subjectAlternativeNames", each.asString("")));
    }
    if (further.size() > MOST_FURTHER_NAMES) {
      throw constraint(
          "subjectAlternativeNames", "[]", "Member must have length less than or equal to 100");
    }
    if (first.length() > LONGEST_FIRST_NAME) {
      throw new AwsException(
          "InvalidDomainValidationOptionsException",
          "The first domain name can be no longer than 64 characters.");
    }
    Set<String> names = new LinkedHashSet<>(List.of(first));
    names.addAll(further);
    if (names.size() > MOST_NAMES) {
      throw new AwsException(
          "LimitExceededException",
          "Error: you have reached your limit of %d domain names per certificate"
              .formatted(MOST_NAMES));
    }
    return List.copyOf(names);
  }

  private static String name(String field, String given) {
    if (given.length() > LONGEST_NAME || given.isEmpty()) {
      throw constraint(
          field,
          given,
          given.isEmpty()
              ? "Member must have length greater than or equal to 1"
              : "Member must have length less than or equal to 253");
    }
    if (!NAME.matcher(given).matches()) {
      throw constraint(
          field, given, "Member must satisfy regular expression pattern: " + NAME.pattern());
    }
    return given.toLowerCase(Locale.ROOT);
  }

  private static AwsException constraint(String field, String value, String what) {
    return new AwsException(
        "ValidationException",
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
            .formatted(value, field, what));
  }

  private static void checkKey(String key) {
    if (!KEYS.contains(key)) {
      throw constraint("keyAlgorithm", key, "Member must satisfy enum value set: " + KEYS);
    }
    if (!ISSUED_KEYS.contains(key)) {
      throw new AwsException(
          "InvalidParameterException",
          "The key algorithm " + key + " is not supported for public certificates.");
    }
  }

  private static void checkValidation(JsonNode request, List<String> names) {
    String method = request.path("ValidationMethod").asString("EMAIL");
    if (!method.equals("DNS")) {
      throw new AwsException(
          "InvalidParameterException",
          "Of validation methods only DNS is simulated, and the one asked for is " + method);
    }
    for (JsonNode each : request.path("DomainValidationOptions")) {
      String name = each.path("DomainName").asString("");
      String above = each.path("ValidationDomain").asString("");
      if (!names.contains(name) || !(name.equals(above) || name.endsWith("." + above))) {
        throw new AwsException(
            "InvalidDomainValidationOptionsException",
            "The validation domain %s is not a superdomain of %s".formatted(above, name));
      }
    }
  }

  private static Optional<String> token(JsonNode request) {
    JsonNode given = request.path("IdempotencyToken");
    if (given.isString() && !given.stringValue().matches("\\w{1,32}")) {
      throw constraint(
          "idempotencyToken",
          given.stringValue(),
          "Member must satisfy regular expression pattern: \\w+");
    }
    return given.isString() ? Optional.of(given.stringValue()) : Optional.empty();
  }

  private static Map<String, String> tags(JsonNode given) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (JsonNode each : given) {
      String key = each.path("Key").asString("");
      if (key.isEmpty() || key.length() > 128 || key.startsWith("aws:")) {
        throw new AwsException("InvalidTagException", "The tag key '" + key + "' is not valid");
      }
      tags.put(key, each.path("Value").asString(""));
    }
    if (tags.size() > MOST_TAGS) {
      throw new AwsException(
          "TooManyTagsException", "The request contains too many tags: at most 50 are allowed");
    }
    return tags;
  }
}
