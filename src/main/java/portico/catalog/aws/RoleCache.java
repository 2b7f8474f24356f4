package portico.catalog.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sessions of roles that the AWS CLI keeps for itself, in its own form (botocore, {@code
 * CachedCredentialFetcher} and {@code JSONFileCache}). Whoever typed the code of an MFA device
 * there is not asked here, nor the other way round, and the worker takes the same session. The
 * cache is AWS's: Portico keeps no credentials in a file of its own.
 *
 * @param folder empty to find and keep nothing
 * @param endpoint where roles are assumed if not at AWS itself
 */
record RoleCache(Optional<Path> folder, Optional<URI> endpoint) {
  /** A session that is over during the next call is not worth beginning with. */
  static final Duration ENOUGH = Duration.ofMinutes(1);

  private static final JsonMapper MAPPER = new JsonMapper();

  /** A session of the role that lasts a while yet. */
  Optional<AwsSessionCredentials> find(RoleRequest role, Instant now) {
    return file(role)
        .filter(Files::isRegularFile)
        .flatMap(RoleCache::read)
        .filter(session -> lasts(session, now));
  }

  static boolean lasts(AwsSessionCredentials session, Instant now) {
    return session.expirationTime().filter(end -> end.isAfter(now.plus(ENOUGH))).isPresent();
  }

  private Optional<Path> file(RoleRequest role) {
    return folder.map(path -> path.resolve(role.key(endpoint) + ".json"));
  }

  private static Optional<AwsSessionCredentials> read(Path file) {
    try {
      JsonNode kept = MAPPER.readTree(Files.readString(file)).path("Credentials");
      String key = kept.path("AccessKeyId").asString("");
      String secret = kept.path("SecretAccessKey").asString("");
      String token = kept.path("SessionToken").asString("");
      if (key.isEmpty() || secret.isEmpty() || token.isEmpty()) {
        return Optional.empty();
      }
      return time(kept.path("Expiration").asString(""))
          .map(
              end ->
                  AwsSessionCredentials.builder()
                      .accessKeyId(key)
                      .secretAccessKey(secret)
                      .sessionToken(token)
                      .expirationTime(end)
                      .build());
    } catch (IOException | JacksonException unreadable) {
      // As if there were none: the AWS CLI does the same.
      return Optional.empty();
    }
  }

  /** Python writes a zone's name or an offset, other tools a Z. */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.replaceFirst("UTC$", "Z")).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a session, in place of an older one.
   *
   * @throws SessionNotKept when it cannot be written
   */
  void keep(RoleRequest role, AssumeRoleResponse given) {
    Optional<Path> file = file(role);
    if (file.isEmpty()) {
      return;
    }
    try {
      OwnerFile.write(file.get(), json(given));
    } catch (IOException refused) {
      throw new SessionNotKept(file.get(), refused);
    }
  }

  private static String json(AssumeRoleResponse given) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    var session = given.credentials();
    document
        .putObject("Credentials")
        .put("AccessKeyId", session.accessKeyId())
        .put("SecretAccessKey", session.secretAccessKey())
        .put("SessionToken", session.sessionToken())
        .put(
            "Expiration",
            session.expiration().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "UTC"));
    if (given.assumedRoleUser() != null) {
      document
          .putObject("AssumedRoleUser")
          .put("AssumedRoleId", given.assumedRoleUser().assumedRoleId())
          .put("Arn", given.assumedRoleUser().arn());
    }
    return MAPPER.writeValueAsString(document);
  }
}
