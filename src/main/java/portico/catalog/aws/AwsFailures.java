package portico.catalog.aws;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;
import portico.catalog.CatalogFailure;
import portico.catalog.CatalogFailure.AccessDenied;
import portico.catalog.CatalogFailure.ClockSkew;
import portico.catalog.CatalogFailure.ExpiredCredentials;
import portico.catalog.CatalogFailure.InvalidCredentials;
import portico.catalog.CatalogFailure.MfaCodeNeeded;
import portico.catalog.CatalogFailure.NoCredentials;
import portico.catalog.CatalogFailure.RegionNotEnabled;
import portico.catalog.CatalogFailure.ServiceError;
import portico.catalog.CatalogFailure.Throttled;
import portico.catalog.CatalogFailure.UnknownProfile;
import portico.catalog.CatalogFailure.Unreachable;
import portico.catalog.CloudAccount;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;

/**
 * The one place where exceptions of the AWS SDK become failures. The codes are those of EC2's and
 * the query protocol's common errors, in both spellings AWS uses.
 *
 * @param profile the profile that was asked for, if one was
 * @param signIn whether {@code aws sso login} renews the credentials
 * @param awsItself whether addresses are AWS's own, so that an unknown host means an unknown region
 * @param endpoint where the service of an IAM action is reached
 */
record AwsFailures(
    Optional<String> profile,
    boolean signIn,
    String region,
    boolean awsItself,
    Function<String, URI> endpoint) {

  private static final Pattern NOT_AUTHORIZED =
      Pattern.compile("not authorized to perform:? ([A-Za-z0-9-]+:[A-Za-z0-9]+)");
  private static final Pattern SKEWED =
      Pattern.compile("Signature (expired|not yet current)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENCODED_REASON =
      Pattern.compile("\\s*Encoded authorization failure message:.*", Pattern.DOTALL);
  private static final Pattern KEY_ID = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{12,}\\b");

  /** A session token, or a word of exactly the length of a secret key; not the tail of an ARN. */
  private static final Pattern SECRET =
      Pattern.compile(
          "[A-Za-z0-9+/=]{100,}|(?<![A-Za-z0-9+/=:-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])");

  static AwsFailures of(AwsClients clients) {
    Optional<String> profile =
        switch (clients.account()) {
          case CloudAccount.Practice() -> Optional.empty();
          case CloudAccount.Profile(var name) -> name;
          case CloudAccount.Endpoint(var uri, var name) -> name;
        };
    return new AwsFailures(
        profile,
        signsIn(clients, profile),
        clients.region(),
        clients.account() instanceof CloudAccount.Profile,
        action -> clients.endpoint(serviceOf(action)));
  }

  private static boolean signsIn(AwsClients clients, Optional<String> profile) {
    if (clients.account() instanceof CloudAccount.Practice) {
      return false;
    }
    var settings = clients.settings();
    try {
      return ProfileKinds.restsOnSignIn(
          settings.profileFile().get(), profile.orElse(settings.defaultProfile()));
    } catch (RuntimeException e) {
      // A file that cannot be read is reported by the call itself, as missing credentials.
      return false;
    }
  }

  private static AwsService serviceOf(String action) {
    for (AwsService service : AwsService.values()) {
      if (action.startsWith(service.action(""))) {
        return service;
      }
    }
    return AwsService.STS;
  }

  /** The failure that an exception of a call stands for. */
  CatalogFailure of(String action, Throwable thrown) {
    var credentials = find(thrown, CredentialsUnavailable.class);
    if (credentials != null) {
      return withoutCredentials(credentials);
    }
    var service = find(thrown, AwsServiceException.class);
    if (service != null) {
      return refused(action, service);
    }
    return network(action, thrown)
        .orElseGet(() -> new ServiceError(action, thrown.getClass().getSimpleName(), text(thrown)));
  }

  CatalogFailure tooSlow(String action, Duration limit) {
    return new Unreachable(endpoint.apply(action), "no answer within " + limit.toSeconds() + " s");
  }

  CatalogFailure interrupted(String action) {
    return new Unreachable(endpoint.apply(action), "the wait was interrupted");
  }

  private CatalogFailure withoutCredentials(CredentialsUnavailable missing) {
    return switch (missing.why()) {
      case NOT_CONFIGURED, TOO_SLOW -> new NoCredentials(profile, text(missing));
      case CODE_NEEDED ->
          new MfaCodeNeeded(profile, Optional.ofNullable(missing.getMessage()).orElse(""));
      case UNKNOWN_PROFILE -> new UnknownProfile(text(missing));
      case PROVIDER_FAILED -> providerFailed(missing);
    };
  }

  /**
   * The way to the credentials failed: at the sign-in, at the role, in the config, or in the
   * network.
   */
  private CatalogFailure providerFailed(CredentialsUnavailable failed) {
    var service = find(failed, AwsServiceException.class);
    if (service instanceof SsoOidcException
        || (service instanceof SsoException && service.statusCode() == 401)) {
      return new ExpiredCredentials(profile, true);
    }
    if (service != null) {
      return refused(
          service instanceof SsoException ? "sso:GetRoleCredentials" : "sts:AssumeRole", service);
    }
    boolean misconfigured =
        find(failed, IllegalArgumentException.class) != null
            || find(failed, IllegalStateException.class) != null
            || find(failed, NullPointerException.class) != null;
    return network("sts:AssumeRole", failed)
        .orElseGet(
            () ->
                signIn && !misconfigured
                    ? new ExpiredCredentials(profile, true)
                    : new NoCredentials(profile, text(root(failed))));
  }

  private CatalogFailure refused(String action, AwsServiceException e) {
    var details = e.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    String message =
        details == null || details.errorMessage() == null ? "" : details.errorMessage();
    return switch (code) {
      case "ExpiredToken", "ExpiredTokenException", "RequestExpired" ->
          new ExpiredCredentials(profile, signIn);
      case "RequestTimeTooSkewed", "RequestInTheFuture" -> new ClockSkew(redacted(message));
      case "InvalidClientTokenId",
          "UnrecognizedClientException",
          "AuthFailure",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "InvalidAccessKeyId",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException" ->
          // The message of a wrong signature quotes the signed request, session token included.
          SKEWED.matcher(message).find()
              ? new ClockSkew(firstSentence(message))
              : new InvalidCredentials(profile, code);
      case "UnauthorizedOperation", "AccessDenied", "AccessDeniedException", "ForbiddenException" ->
          new AccessDenied(deniedAction(action, message), redacted(message));
      case "OptInRequired", "OptInRequiredException" -> new RegionNotEnabled(region);
      default ->
          e.isThrottlingException() || code.equals("PriorRequestNotComplete")
              ? new Throttled(action)
              : new ServiceError(
                  action, code.isEmpty() ? "HTTP " + e.statusCode() : code, redacted(message));
    };
  }

  private Optional<CatalogFailure> network(String action, Throwable thrown) {
    var unknown = find(thrown, UnknownHostException.class);
    if (unknown != null) {
      return Optional.of(unknownHost(action, unknown));
    }
    // Refused, no route and reset are socket exceptions; all timeouts are interrupted I/O.
    boolean unreachable =
        find(thrown, ApiCallTimeoutException.class) != null
            || find(thrown, ApiCallAttemptTimeoutException.class) != null
            || find(thrown, InterruptedIOException.class) != null
            || find(thrown, SocketException.class) != null
            || find(thrown, NoHttpResponseException.class) != null
            || find(thrown, SSLException.class) != null;
    return unreachable
        ? Optional.of(new Unreachable(endpoint.apply(action), text(root(thrown))))
        : Optional.empty();
  }

  private CatalogFailure unknownHost(String action, UnknownHostException unknown) {
    boolean knownRegion = Region.regions().contains(Region.of(region));
    return awsItself && !knownRegion
        ? new RegionNotEnabled(region)
        : new Unreachable(endpoint.apply(action), "unknown host: " + text(unknown));
  }

  private static String deniedAction(String action, String message) {
    var matcher = NOT_AUTHORIZED.matcher(message);
    return matcher.find() ? matcher.group(1) : action;
  }

  private static String firstSentence(String message) {
    return redacted(message.lines().findFirst().orElse(""));
  }

  private static String text(Throwable thrown) {
    var message = thrown.getMessage();
    return redacted(message == null ? thrown.getClass().getSimpleName() : message);
  }

  /**
   * Without what could be a credential, and without AWS's encoded reason, which tells a person
   * nothing.
   */
  private static String redacted(String message) {
    var plain = ENCODED_REASON.matcher(message).replaceAll("");
    plain = KEY_ID.matcher(plain).replaceAll("[key id]");
    return SECRET.matcher(plain).replaceAll("[removed]").strip();
  }

  private static Throwable root(Throwable thrown) {
    var current = thrown;
    for (int depth = 0; depth < 20 && current.getCause() != null; depth++) {
      current = current.getCause();
    }
    return current;
  }

  private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
    Throwable current = thrown;
    for (int depth = 0; depth < 20 && current != null; depth++) {
      if (type.isInstance(current)) {
        return type.cast(current);
      }
      current = current.getCause();
    }
    return null;
  }
}
