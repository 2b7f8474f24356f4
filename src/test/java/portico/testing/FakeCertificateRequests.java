package portico.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.CatalogFailure;
import portico.catalog.CertificateRequests;
import portico.catalog.HostedZone;
import portico.catalog.RequestedCertificate;
import portico.catalog.RequestedCertificate.Name;
import portico.catalog.ValidationPlan;
import portico.catalog.ValidationPlan.Placed;
import portico.catalog.ValidationRecord;
import portico.model.CertificateNames;

/** Requests that a test brings forward itself. */
public final class FakeCertificateRequests implements CertificateRequests {
  public static final HostedZone ZONE = new HostedZone("Z0EXAMPLE", "example.com", false);

  public final List<CertificateNames> requested = new ArrayList<>();
  public final List<Placed> written = new ArrayList<>();
  public final Map<String, RequestedCertificate> states = new LinkedHashMap<>();
  public List<HostedZone> zones = List.of(ZONE);

  /** What the next calls answer in place of the truth. */
  public Optional<CatalogFailure> failure = Optional.empty();

  /** Whether a new request has its records at once. */
  public boolean recordsAtOnce = true;

  /** A pending request for these names, with its records. */
  public static RequestedCertificate pending(String arn, List<String> names) {
    return new RequestedCertificate(
        arn,
        names.getFirst(),
        "PENDING_VALIDATION",
        names.stream().map(each -> new Name(each, false, Optional.of(record(each)))).toList(),
        Optional.empty());
  }

  public static ValidationRecord record(String name) {
    String plain = name.replaceFirst("^[*][.]", "");
    return new ValidationRecord(
        "_0123456789abcdef0123456789abcdef." + plain + ".",
        "CNAME",
        "_fedcba9876543210fedcba9876543210.abcdefghij.acm-validations.aws.");
  }

  /** The same request in another state. */
  public void become(String arn, String status) {
    states.computeIfPresent(
        arn,
        (same, now) ->
            new RequestedCertificate(
                arn,
                now.domain(),
                status,
                now.names().stream()
                    .map(each -> new Name(each.name(), status.equals("ISSUED"), each.record()))
                    .toList(),
                Optional.empty()));
  }

  /** The records of a request that had none. */
  public void tellRecords(String arn) {
    states.computeIfPresent(
        arn, (same, now) -> pending(arn, now.names().stream().map(Name::name).toList()));
  }

  private <T> Answer<T> or(T value) {
    return failure.<Answer<T>>map(Answer::failed).orElseGet(() -> Answer.found(value));
  }

  @Override
  public Answer<String> request(CertificateNames names) {
    if (failure.isPresent()) {
      return or("");
    }
    requested.add(names);
    String arn = "arn:aws:acm:us-west-2:123456789012:certificate/%08d".formatted(requested.size());
    RequestedCertificate made = pending(arn, names.all());
    states.put(
        arn,
        recordsAtOnce
            ? made
            : new RequestedCertificate(
                arn,
                made.domain(),
                made.status(),
                made.names().stream()
                    .map(each -> new Name(each.name(), false, Optional.empty()))
                    .toList(),
                Optional.empty()));
    return Answer.found(arn);
  }

  @Override
  public Answer<RequestedCertificate> state(String arn) {
    if (failure.isPresent()) {
      return Answer.failed(failure.get());
    }
    return Optional.ofNullable(states.get(arn))
        .map(Answer::found)
        .orElseGet(
            () ->
                Answer.failed(
                    new CatalogFailure.ServiceError(
                        "acm:DescribeCertificate", "ResourceNotFoundException", "none")));
  }

  @Override
  public Answer<ValidationPlan> plan(List<ValidationRecord> records) {
    return or(ValidationPlan.of(records, zones));
  }

  @Override
  public Answer<Integer> write(List<Placed> records) {
    if (failure.isEmpty()) {
      written.addAll(records);
    }
    return or(records.size());
  }

  @Override
  public void close() {}
}
