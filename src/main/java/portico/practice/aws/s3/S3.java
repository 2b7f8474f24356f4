package portico.practice.aws.s3;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Document;
import portico.practice.aws.http.Service;
import portico.practice.aws.http.Xml;
import portico.practice.aws.http.XmlRoute;
import portico.practice.aws.state.Bucket;
import tools.jackson.databind.JsonNode;

/**
 * The simulated S3 (docs.aws.amazon.com/AmazonS3/latest/API): buckets at paths of their own, with
 * their settings. Objects are only listed and deleted; Elastic Load Balancing writes them.
 */
public final class S3 {
  static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  /** AmazonS3 bucketnamingrules.html. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*\\.\\.)(?!xn--|sthree-|amzn-s3-demo-)"
              + "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private S3() {}

  /** The service with its operations. */
  public static Service service() {
    List<XmlRoute> routes =
        new ArrayList<>(
            List.of(
                new XmlRoute(
                    "GET",
                    XmlRoute.ACCOUNT,
                    "ListBuckets",
                    "ListAllMyBuckets",
                    200,
                    S3::listBuckets),
                new XmlRoute("PUT", "", "CreateBucket", "CreateBucket", 200, S3::create),
                new XmlRoute("HEAD", "", "HeadBucket", "ListBucket", 200, S3::head),
                new XmlRoute("DELETE", "", "DeleteBucket", "DeleteBucket", 204, S3::delete),
                new XmlRoute("GET", "location", "GetBucketLocation", 200, S3::location),
                new XmlRoute("GET", "list-type", "ListObjectsV2", "ListBucket", 200, S3::list),
                new XmlRoute("DELETE", XmlRoute.KEY, "DeleteObject", 204, S3::remove),
                new XmlRoute("POST", "delete", "DeleteObjects", "DeleteObject", 200, S3::empty)));
    routes.addAll(Settings.routes());
    return new Service.RestXml(List.copyOf(routes));
  }

  /**
   * The bucket that a request names.
   *
   * @throws AwsException NoSuchBucket
   */
  static Bucket find(Call call, JsonNode request) {
    return Optional.ofNullable(call.state().buckets().get(request.path("Bucket").asString("")))
        .orElseThrow(
            () -> new AwsException("NoSuchBucket", 404, "The specified bucket does not exist"));
  }

  /**
   * Reads a body.
   *
   * @param name the root element's
   * @throws AwsException MalformedXML when it is none
   */
  static Document document(String body, String name) {
    return Document.parse(body, name, S3::malformed);
  }

  static AwsException malformed() {
    return new AwsException(
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema");
  }

  static void keep(Call call, Bucket bucket) {
    call.state().buckets().put(bucket.name(), bucket);
  }

  private static String create(Call call, JsonNode request) {
    String name = request.path("Bucket").asString("");
    if (!NAME.matcher(name).matches()) {
      throw new AwsException("InvalidBucketName", "The specified bucket is not valid.");
    }
    checkPlace(call.region(), request.path("Body").asString(""));
    if (call.state().buckets().containsKey(name)) {
      throw new AwsException(
          "BucketAlreadyOwnedByYou",
          409,
          "Your previous request to create the named bucket succeeded and you already own it.");
    }
    keep(call, Bucket.closed(name).madeAt(call.now()));
    return "";
  }

  private static void checkPlace(String region, String body) {
    Optional<String> wanted =
        body.isBlank()
            ? Optional.empty()
            : document(body, "CreateBucketConfiguration").text("LocationConstraint");
    boolean first = region.equals("us-east-1");
    if (first && wanted.equals(Optional.of(region))) {
      throw new AwsException(
          "InvalidLocationConstraint", "The specified location-constraint is not valid");
    }
    if (!wanted.orElse("us-east-1").equals(region)) {
      throw new AwsException(
          "IllegalLocationConstraintException",
          "The %s location constraint is incompatible for the region specific endpoint this request was sent to."
              .formatted(wanted.orElse("unspecified")));
    }
  }

  /** Those of the region of the endpoint, which a request must name if it names one. */
  private static String listBuckets(Call call, JsonNode request) {
    String region = request.path("bucket-region").asString(call.region());
    if (!region.equals(call.region())) {
      throw new AwsException(
          "InvalidArgument", "Argument value %s is not a valid AWS Region".formatted(region));
    }
    String prefix = request.path("prefix").asString("");
    String after = request.path("continuation-token").asString("");
    int most = Integer.parseInt(request.path("max-buckets").asString("10000"));
    List<Bucket> left =
        call.state().buckets().values().stream()
            .filter(each -> each.name().startsWith(prefix) && each.name().compareTo(after) > 0)
            .sorted(Comparator.comparing(Bucket::name))
            .toList();
    List<Bucket> page = left.subList(0, Math.min(most, left.size()));
    Xml xml = new Xml();
    xml.in(
        "ListAllMyBucketsResult",
        NAMESPACE,
        () -> {
          xml.list(
              "Buckets",
              "Bucket",
              page,
              each -> {
                xml.text("Name", each.name()).text("BucketRegion", region);
                each.created().ifPresent(at -> xml.text("CreationDate", at));
              });
          if (page.size() < left.size()) {
            xml.text("ContinuationToken", page.getLast().name());
          }
        });
    return xml.document();
  }

  private static String head(Call call, JsonNode request) {
    find(call, request);
    return "";
  }

  private static String delete(Call call, JsonNode request) {
    Bucket bucket = find(call, request);
    if (!bucket.keys().isEmpty()) {
      throw new AwsException("BucketNotEmpty", 409, "The bucket you tried to delete is not empty");
    }
    call.state().buckets().remove(bucket.name());
    return "";
  }

  private static String location(Call call, JsonNode request) {
    find(call, request);
    Xml xml = new Xml();
    String place = call.region().equals("us-east-1") ? "" : call.region();
    return xml.text("LocationConstraint", place).document();
  }

  /** All at once: there are never many. */
  private static String list(Call call, JsonNode request) {
    Bucket bucket = find(call, request);
    String prefix = request.path("prefix").asString("");
    List<String> keys =
        bucket.keys().stream().filter(each -> each.startsWith(prefix)).sorted().toList();
    Xml xml = new Xml();
    xml.in(
        "ListBucketResult",
        NAMESPACE,
        () -> {
          xml.text("Name", bucket.name()).text("Prefix", prefix).text("KeyCount", keys.size());
          xml.text("MaxKeys", 1000).text("IsTruncated", false);
          keys.forEach(
              key ->
                  xml.in(
                      "Contents",
                      () ->
                          xml.text("Key", key)
                              .text("LastModified", call.now())
                              .text("Size", 0)
                              .text("StorageClass", "STANDARD")));
        });
    return xml.document();
  }

  /** An object that is not there is deleted, too (API_DeleteObject). */
  private static String remove(Call call, JsonNode request) {
    Bucket bucket = find(call, request);
    List<String> left = new ArrayList<>(bucket.keys());
    left.remove(request.path(XmlRoute.KEY).asString(""));
    keep(call, bucket.withKeys(List.copyOf(left)));
    return "";
  }

  private static String empty(Call call, JsonNode request) {
    Bucket bucket = find(call, request);
    List<String> gone =
        document(request.path("Body").asString(""), "Delete").all("Object").stream()
            .map(each -> each.needed("Key"))
            .toList();
    List<String> left = new ArrayList<>(bucket.keys());
    left.removeAll(gone);
    keep(call, bucket.withKeys(List.copyOf(left)));
    Xml xml = new Xml();
    xml.in(
        "DeleteResult",
        NAMESPACE,
        () -> gone.forEach(key -> xml.in("Deleted", () -> xml.text("Key", key))));
    return xml.document();
  }
}
