package portico.catalog.aws;

import static portico.catalog.aws.AwsService.S3;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import portico.catalog.MarkedResource;
import portico.catalog.OwnedResource;
import portico.catalog.OwnedResource.Kind;
import portico.catalog.Removal.Reason;
import portico.model.LogDelivery;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Buckets for logs, found and removed. S3 has no filter by tag, so the tags of those are asked for
 * whose names Portico could have given.
 */
final class LogBuckets {
  /** Of one page of ListBuckets; the most are 10000. */
  private static final int PAGE = 1000;

  /** Batches of a thousand objects that are deleted in one go. */
  private static final int BATCHES = 20;

  /**
   * What a bucket answers that is gone, has no tags, stands in another region, or is not this
   * account's to ask: no bucket of an environment.
   */
  private static final Set<String> OTHERS =
      Set.of("NoSuchBucket", "NoSuchTagSet", "PermanentRedirect", "AuthorizationHeaderMalformed");

  private final AwsClients clients;

  LogBuckets(AwsClients clients) {
    this.clients = clients;
  }

  /** Those whose tags are wanted. */
  List<MarkedResource> marked(AwsCall call, Predicate<Map<String, String>> wanted) {
    List<MarkedResource> found = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      S3Answer page = page(call, token);
      for (S3Answer bucket : page.within("Buckets", "Bucket")) {
        bucket
            .text("Name")
            .filter(LogDelivery::isMadeName)
            .filter(_ -> isHere(bucket))
            .flatMap(name -> marked(call, name, created(bucket)))
            .filter(each -> wanted.test(each.tags()))
            .ifPresent(found::add);
      }
      token = page.text("ContinuationToken");
    } while (token.isPresent());
    return found;
  }

  private S3Answer page(AwsCall call, Optional<String> token) {
    String query =
        "bucket-region=%s&max-buckets=%d".formatted(clients.region(), PAGE)
            + token.map(each -> "&continuation-token=" + each).orElse("");
    return S3Answer.parse(
        call.of(S3, "ListAllMyBuckets", () -> clients.s3().send("GET", "", query, "")));
  }

  /** What answers to the API of S3 without knowing that parameter lists those of all regions. */
  private boolean isHere(S3Answer bucket) {
    return bucket.text("BucketRegion").map(clients.region()::equals).orElse(true);
  }

  private static Optional<Instant> created(S3Answer bucket) {
    try {
      return bucket.text("CreationDate").map(Instant::parse);
    } catch (DateTimeParseException unknown) {
      return Optional.empty();
    }
  }

  private Optional<MarkedResource> marked(AwsCall call, String name, Optional<Instant> created) {
    try {
      String tags =
          call.of(S3, "GetBucketTagging", () -> clients.s3().send("GET", name, "tagging", ""));
      return Optional.of(
          new MarkedResource(
              new OwnedResource(Kind.LOG_BUCKET, name, name),
              S3Answer.parse(tags).tags(),
              created));
    } catch (AwsServiceException refused) {
      if (OTHERS.contains(code(refused))) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /**
   * Deletes a bucket.
   *
   * @param withLogs whether it is emptied before
   */
  Deletion.Step delete(AwsCall call, String name, boolean withLogs) {
    for (int batch = 0; batch < BATCHES; batch++) {
      try {
        call.of(S3, "DeleteBucket", () -> clients.s3().send("DELETE", name, "", ""));
        return new Deletion.Step.Gone();
      } catch (AwsServiceException refused) {
        switch (code(refused)) {
          case "NoSuchBucket" -> {
            return new Deletion.Step.Gone();
          }
          case "BucketNotEmpty" -> {
            if (!withLogs) {
              return new Deletion.Step.Refused(new Reason.HoldsLogs());
            }
            Optional<String> obstacle = empty(call, name, message(refused));
            if (obstacle.isPresent()) {
              return new Deletion.Step.Refused(new Reason.StillInUse(obstacle.get()));
            }
          }
          default -> throw refused;
        }
      }
    }
    return new Deletion.Step.Waiting(new Reason.OutOfTime());
  }

  /**
   * Deletes up to a thousand objects, and answers what hinders that.
   *
   * @param hidden S3's words when there are objects that it does not list, such as old versions
   */
  private Optional<String> empty(AwsCall call, String name, String hidden) {
    String listed =
        call.of(S3, "ListBucket", () -> clients.s3().send("GET", name, "list-type=2", ""));
    List<String> keys = S3Answer.parse(listed).keys();
    if (keys.isEmpty()) {
      return Optional.of(hidden);
    }
    String body =
        keys.stream()
            .map(key -> "<Object><Key>" + escaped(key) + "</Key></Object>")
            .collect(Collectors.joining("", "<Delete>", "</Delete>"));
    String answer =
        call.of(S3, "DeleteObject", () -> clients.s3().send("POST", name, "delete", body));
    return S3Answer.parse(answer).firstError();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String code(AwsServiceException refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(details -> details.errorCode())
        .orElse("");
  }

  private static String message(AwsServiceException refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(details -> details.errorMessage())
        .orElse("");
  }
}
