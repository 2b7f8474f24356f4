package portico.catalog.aws;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A token of IAM Identity Center with what renews it, in the form of the cache that the AWS CLI and
 * all of AWS's SDKs read and renew (AWS SDKs and Tools Reference Guide, "Understand IAM Identity
 * Center authentication"; field names and key as in botocore's {@code SSOTokenProvider} and in the
 * SDK for Java's {@code OnDiskTokenManager}). The cache is theirs: Portico keeps no token in a file
 * of its own.
 *
 * @param refreshToken given to sessions with scopes
 */
record SsoToken(
    SsoSession session,
    String accessToken,
    Instant expiresAt,
    String clientId,
    String clientSecret,
    Instant registrationExpiresAt,
    Optional<String> refreshToken) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Puts the token into the cache, in place of an older one; the file it is in. */
  Path keep(Path cache) throws IOException {
    Path file = cache.resolve(Sha1.of(session.key()) + ".json");
    OwnerFile.write(file, json());
    return file;
  }

  private String json() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields
        .put("startUrl", session.startUrl())
        .put("region", session.region())
        .put("accessToken", accessToken)
        .put("expiresAt", time(expiresAt))
        .put("clientId", clientId)
        .put("clientSecret", clientSecret)
        .put("registrationExpiresAt", time(registrationExpiresAt));
    refreshToken.ifPresent(token -> fields.put("refreshToken", token));
    return MAPPER.writeValueAsString(fields);
  }

  /** Whole seconds and a Z: the SDK for Java's older provider reads no other form. */
  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SsoToken[" + session.key() + ", until " + expiresAt + "]";
  }
}
