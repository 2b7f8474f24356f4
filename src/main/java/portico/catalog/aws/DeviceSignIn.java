package portico.catalog.aws;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import portico.catalog.DeviceCode;
import portico.catalog.SignInFailure;
import portico.catalog.SignInWatch;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/**
 * The device authorisation of OAuth (RFC 8628) as IAM Identity Center has it: SSO-OIDC's
 * RegisterClient, StartDeviceAuthorization, and CreateToken until the person has confirmed.
 */
final class DeviceSignIn {
  /** RFC 8628, 3.2 and 3.5: the interval where none is said, and what slow_down adds to it. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Longer than any code of IAM Identity Center lives (ten minutes). */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  private final SsoOidcClient client;
  private final InstantSource clock;
  private String action = "RegisterClient";

  DeviceSignIn(SsoOidcClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface Outcome {
    record Got(SsoToken token) implements Outcome {}

    record Failed(SignInFailure failure) implements Outcome {}
  }

  /** The operation that is under way, for a failure that is thrown. */
  String action() {
    return action;
  }

  /** Signs in; what AWS refuses for a reason that belongs to no sign-in is thrown. */
  Outcome run(SsoSession session, SignInWatch watch) {
    action = "RegisterClient";
    RegisterClientResponse portico = client.registerClient(registration(session));
    action = "StartDeviceAuthorization";
    StartDeviceAuthorizationResponse started =
        client.startDeviceAuthorization(
            request ->
                request
                    .clientId(portico.clientId())
                    .clientSecret(portico.clientSecret())
                    .startUrl(session.startUrl()));
    Duration life = life(started);
    watch.show(
        new DeviceCode(
            started.userCode(),
            URI.create(started.verificationUri()),
            URI.create(
                Optional.ofNullable(started.verificationUriComplete())
                    .orElse(started.verificationUri())),
            life));
    action = "CreateToken";
    return poll(session, watch, portico, started, life);
  }

  private static RegisterClientRequest registration(SsoSession session) {
    RegisterClientRequest.Builder request =
        RegisterClientRequest.builder().clientName("portico").clientType("public");
    if (!session.scopes().isEmpty()) {
      request.scopes(session.scopes());
    }
    return request.build();
  }

  private static Duration life(StartDeviceAuthorizationResponse started) {
    Duration said =
        Optional.ofNullable(started.expiresIn()).map(Duration::ofSeconds).orElse(LONGEST);
    return said.compareTo(LONGEST) < 0 ? said : LONGEST;
  }

  /** The pauses are added up, so that a clock that is set meanwhile changes nothing. */
  private Outcome poll(
      SsoSession session,
      SignInWatch watch,
      RegisterClientResponse portico,
      StartDeviceAuthorizationResponse started,
      Duration life) {
    Duration interval =
        Optional.ofNullable(started.interval())
            .filter(seconds -> seconds > 0)
            .map(Duration::ofSeconds)
            .orElse(INTERVAL);
    Duration waited = Duration.ZERO;
    while (waited.compareTo(life) < 0) {
      if (watch.givenUpWithin(interval)) {
        return new Outcome.Failed(new SignInFailure.GivenUp());
      }
      waited = waited.plus(interval);
      try {
        return new Outcome.Got(token(session, portico, ask(portico, started)));
      } catch (AuthorizationPendingException notYet) {
        // The person has not confirmed: asked again after the interval.
      } catch (SlowDownException tooOften) {
        interval = interval.plus(INTERVAL);
      } catch (ExpiredTokenException over) {
        return new Outcome.Failed(new SignInFailure.CodeOver());
      } catch (AccessDeniedException refused) {
        return new Outcome.Failed(new SignInFailure.Refused());
      }
    }
    return new Outcome.Failed(new SignInFailure.CodeOver());
  }

  private CreateTokenResponse ask(
      RegisterClientResponse portico, StartDeviceAuthorizationResponse started) {
    return client.createToken(
        request ->
            request
                .clientId(portico.clientId())
                .clientSecret(portico.clientSecret())
                .grantType(GRANT)
                .deviceCode(started.deviceCode()));
  }

  private SsoToken token(
      SsoSession session, RegisterClientResponse portico, CreateTokenResponse given) {
    return new SsoToken(
        session,
        given.accessToken(),
        clock.instant().plusSeconds(Optional.ofNullable(given.expiresIn()).orElse(0)),
        portico.clientId(),
        portico.clientSecret(),
        Instant.ofEpochSecond(Optional.ofNullable(portico.clientSecretExpiresAt()).orElse(0L)),
        Optional.ofNullable(given.refreshToken()));
  }
}
