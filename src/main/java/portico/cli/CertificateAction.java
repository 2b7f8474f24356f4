package portico.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.catalog.Answer;
import portico.catalog.CertificateRequests;
import portico.catalog.CertificateWait;
import portico.catalog.RequestedCertificate;
import portico.catalog.ValidationPlan;
import portico.catalog.ValidationRecord;
import portico.service.Services;
import portico.text.Message;

/** Commands about one request for a certificate: its records, Route 53, the wait. */
abstract class CertificateAction extends PorticoCommand {
  /** How long ACM may take to tell the records of a new request. */
  private static final Duration RECORDS_LIMIT = Duration.ofMinutes(1);

  /** Validation ends after 72 hours; a shell that waits longer than a day is forgotten. */
  private static final int MOST_MINUTES = 1440;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--route53", descriptionKey = "route53")
  private boolean route53;

  @Option(names = "--wait", paramLabel = "MIN", descriptionKey = "wait")
  private Optional<Integer> wait = Optional.empty();

  CertificateAction(CliContext context) {
    super(context);
  }

  /** Refuses what is wrong before anything is asked. */
  abstract void check();

  /** The certificate, which may be made here. */
  abstract String arn(CertificateRequests requests);

  @Override
  int run(Services services) {
    check();
    wait.filter(minutes -> minutes < 1 || minutes > MOST_MINUTES)
        .ifPresent(
            minutes -> {
              throw new Refused(Refusal.Usage.of("usage.certificate-wait", MOST_MINUTES));
            });
    Place place =
        Place.choose(accounts, Optional.empty(), Optional.empty(), services.catalogs(), context);
    context.say(
        "using",
        context.text().of(place.account()),
        place.region(),
        place.provider().name().toLowerCase(Locale.ROOT));
    try (CertificateRequests requests =
        services.catalogs().certificates(place.account(), place.region())) {
      return pursue(requests, arn(requests));
    }
  }

  private int pursue(CertificateRequests requests, String arn) {
    RequestedCertificate now =
        value(
            CertificateWait.until(
                requests, arn, each -> !each.isPending() || each.knowsRecords(), RECORDS_LIMIT));
    ValidationPlan plan = new ValidationPlan(List.of(), List.of());
    if (now.isPending()) {
      show(now);
      plan = route53 ? write(requests, now.records()) : plan;
    }
    if (now.isPending() && wait.isPresent()) {
      context.say("certificate.waiting", wait.get());
      now =
          value(
              CertificateWait.until(
                  requests, arn, each -> !each.isPending(), Duration.ofMinutes(wait.get())));
    }
    return conclude(now, plan);
  }

  private void show(RequestedCertificate certificate) {
    if (certificate.records().isEmpty()) {
      context.say("certificate.no-records", certificate.arn());
      return;
    }
    Table table =
        Table.of(
            context.text().get("field.name"),
            context.text().get("field.type"),
            context.text().get("field.value"));
    certificate.records().forEach(each -> table.row(each.name(), each.type(), each.value()));
    print(table);
  }

  private ValidationPlan write(CertificateRequests requests, List<ValidationRecord> records) {
    ValidationPlan plan = value(requests.plan(records));
    plan.elsewhere().forEach(each -> context.say("certificate.elsewhere", each.name()));
    for (ValidationPlan.Placed each : plan.writable()) {
      context.say(
          "certificate.writing",
          each.zone().name(),
          each.zone().id(),
          ValidationRecord.TTL_SECONDS,
          each.record().name(),
          each.record().type(),
          each.record().value());
    }
    if (!plan.writable().isEmpty()) {
      context.say("certificate.written", value(requests.write(plan.writable())));
    }
    return plan;
  }

  private int conclude(RequestedCertificate certificate, ValidationPlan plan) {
    Message message = context.text().certificates.of(certificate);
    print(message.what());
    print(message.next());
    Optional<Message> shortfall = shortfall(certificate, plan, message);
    Reply reply =
        Reply.of(shortfall.isPresent() ? Reply.FAILED : Reply.SUCCEEDED)
            .put("arn", certificate.arn())
            .put("domain", certificate.domain())
            .put("status", certificate.status())
            .put("names", certificate.names().stream().map(CertificateAction::fields).toList())
            .put("records", certificate.records().stream().map(CertificateAction::fields).toList())
            .put(
                "written",
                plan.writable().stream()
                    .map(
                        each ->
                            Reply.fields(
                                "zone", each.zone().name(),
                                "zone_id", each.zone().id(),
                                "name", each.record().name()))
                    .toList());
    shortfall.ifPresent(each -> reply.failure("certificate_not_issued", each));
    shortfall.filter(each -> !each.equals(message)).ifPresent(this::complain);
    reply(reply);
    return shortfall.isPresent() ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** Why the command has not done what was asked of it. */
  private Optional<Message> shortfall(
      RequestedCertificate certificate, ValidationPlan plan, Message message) {
    if (certificate.isIssued()) {
      return Optional.empty();
    }
    if (!certificate.isPending()) {
      return Optional.of(message);
    }
    if (!plan.elsewhere().isEmpty()) {
      return Optional.of(message("certificate.zone-missing", certificate));
    }
    return wait.map(minutes -> message("certificate.not-yet", certificate));
  }

  private Message message(String key, RequestedCertificate certificate) {
    Object[] facts = {certificate.domain(), wait.orElse(0), certificate.arn()};
    return new Message(
        context.text().get(key + ".what", facts), "", context.text().get(key + ".next", facts));
  }

  private static Map<String, Object> fields(RequestedCertificate.Name name) {
    return Reply.fields("name", name.name(), "proven", name.proven());
  }

  private static Map<String, Object> fields(ValidationRecord record) {
    return Reply.fields("name", record.name(), "type", record.type(), "value", record.value());
  }

  static <T> T value(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(T value) -> value;
      case Answer.Failed<T>(var failure) ->
          throw new Refused(new Refusal.AccountUnreadable(failure));
    };
  }
}
