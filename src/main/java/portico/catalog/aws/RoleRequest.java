package portico.catalog.aws;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * What a profile says about the role that it takes.
 *
 * @param sessionName the profile's own; empty for one that is made up
 * @param device serial number or ARN of the MFA device whose code goes with the request
 * @param seconds how long the session is to last; STS's own hour when empty
 */
record RoleRequest(
    String roleArn,
    Optional<String> sessionName,
    Optional<String> externalId,
    Optional<String> device,
    Optional<Integer> seconds) {

  /**
   * @param device of the profile, or of the keys that the role is taken with
   */
  static RoleRequest of(Profile profile, Optional<String> device) {
    return new RoleRequest(
        profile.property(ProfileProperty.ROLE_ARN).orElse(""),
        profile.property(ProfileProperty.ROLE_SESSION_NAME),
        profile.property(ProfileProperty.EXTERNAL_ID),
        device,
        profile
            .property("duration_seconds")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(Integer::valueOf));
  }

  /** For STS, with the code where one is due. */
  AssumeRoleRequest request(Optional<String> code) {
    AssumeRoleRequest.Builder request =
        AssumeRoleRequest.builder()
            .roleArn(roleArn)
            .roleSessionName(sessionName.orElseGet(() -> "portico-" + System.currentTimeMillis()));
    externalId.ifPresent(request::externalId);
    seconds.ifPresent(request::durationSeconds);
    device.ifPresent(request::serialNumber);
    code.ifPresent(request::tokenCode);
    return request.build();
  }

  /**
   * What the AWS CLI names the session's file by: the SHA-1 of the arguments as Python's {@code
   * json.dumps(args, sort_keys=True)} writes them, without a session name that was made up
   * (botocore, {@code BaseAssumeRoleCredentialFetcher._create_cache_key}).
   *
   * @param endpoint where the role is assumed if not at AWS itself: such a session must not be
   *     taken for one of AWS, so its address goes into the name
   */
  String key(Optional<URI> endpoint) {
    Map<String, String> arguments = new TreeMap<>();
    endpoint.ifPresent(uri -> arguments.put("Endpoint", quoted(uri.toString())));
    seconds.ifPresent(number -> arguments.put("DurationSeconds", String.valueOf(number)));
    externalId.ifPresent(id -> arguments.put("ExternalId", quoted(id)));
    arguments.put("RoleArn", quoted(roleArn));
    sessionName.ifPresent(name -> arguments.put("RoleSessionName", quoted(name)));
    device.ifPresent(serial -> arguments.put("SerialNumber", quoted(serial)));
    return Sha1.of(
        arguments.entrySet().stream()
            .map(each -> quoted(each.getKey()) + ": " + each.getValue())
            .collect(Collectors.joining(", ", "{", "}")));
  }

  /** As Python writes a text: ASCII alone, all else as {@code \\uXXXX}. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        json.append('\\').append(each);
      } else if (each < ' ' || each > '~') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
      } else {
        json.append(each);
      }
    }
    return json.append('"').toString();
  }
}
