package portico.catalog.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.catalog.SignInNeeds;
import portico.catalog.SignInWatch;
import portico.catalog.SignIns;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClientBuilder;
import software.amazon.awssdk.services.sts.model.StsException;

/** Sign-ins through the AWS SDK, kept in AWS's own caches. */
public final class AwsSignIns implements SignIns {
  private static final String WRONG_CODE =
      "MultiFactorAuthentication failed with invalid MFA one time pass code";

  private final AwsSettings settings;
  private final InstantSource clock;

  public AwsSignIns() {
    this(AwsSettings.ofThisUser(), InstantSource.system());
  }

  public AwsSignIns(AwsSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public SignInNeeds needs(CloudAccount account) {
    if (!readsFiles(account)) {
      return SignInNeeds.NOTHING;
    }
    try {
      ProfileFile file = settings.profileFile().get();
      return new SignInNeeds(
          SsoSession.of(file, profileName(account, settings)).map(SsoSession::startUrl),
          deviceOf(account, settings));
    } catch (RuntimeException unreadable) {
      // Signing in, or using the account, tells why.
      return SignInNeeds.NOTHING;
    }
  }

  /** The MFA device whose code the account's role takes, if it takes one. */
  static Optional<String> deviceOf(CloudAccount account, AwsSettings settings) {
    if (!readsFiles(account)) {
      return Optional.empty();
    }
    try {
      return RoleProfiles.deviceInChain(
          settings.profileFile().get(), profileName(account, settings));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** An endpoint without a profile takes placeholders rather than nothing. */
  private static boolean readsFiles(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice() -> false;
      case CloudAccount.Profile(var name) -> true;
      case CloudAccount.Endpoint(var uri, var name) -> name.isPresent();
    };
  }

  private static Optional<String> profile(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice() -> Optional.empty();
      case CloudAccount.Profile(Optional<String> name) -> name;
      case CloudAccount.Endpoint(var uri, Optional<String> name) -> name;
    };
  }

  private static String profileName(CloudAccount account, AwsSettings settings) {
    return profile(account).orElse(settings.defaultProfile());
  }

  @Override
  public SignInAnswer inBrowser(CloudAccount account, SignInWatch watch) {
    Optional<SsoSession> session;
    try {
      session =
          !readsFiles(account)
              ? Optional.empty()
              : SsoSession.of(settings.profileFile().get(), profileName(account, settings));
    } catch (RuntimeException incomplete) {
      return failed(
          new SignInFailure.Misconfigured(
              profile(account), Optional.ofNullable(incomplete.getMessage()).orElse("")));
    }
    return session
        .map(found -> signIn(account, found, watch))
        .orElseGet(() -> failed(new SignInFailure.NothingToDo(profile(account))));
  }

  private SignInAnswer signIn(CloudAccount account, SsoSession session, SignInWatch watch) {
    try (var http = AwsHttp.client(settings.limits(), settings.signIn().services())) {
      SsoOidcClientBuilder builder =
          SsoOidcClient.builder()
              .region(Region.of(session.region()))
              .credentialsProvider(AnonymousCredentialsProvider.create())
              .httpClient(http)
              .overrideConfiguration(AwsHttp.overrides(settings));
      settings.signIn().services().ifPresent(builder::endpointOverride);
      try (SsoOidcClient client = builder.build()) {
        DeviceSignIn signIn = new DeviceSignIn(client, clock);
        try {
          return switch (signIn.run(session, watch)) {
            case DeviceSignIn.Outcome.Failed(SignInFailure failure) -> failed(failure);
            case DeviceSignIn.Outcome.Got(SsoToken token) -> keep(token);
          };
        } catch (RuntimeException refused) {
          return failed(
              new SignInFailure.Account(
                  SsoRefusals.of(signIn.action(), refused)
                      .orElseGet(
                          () ->
                              failures(account, session.region(), ssoAddress(session))
                                  .of("sso-oidc:" + signIn.action(), refused))));
        }
      }
    }
  }

  private SignInAnswer keep(SsoToken token) {
    Optional<Path> cache = settings.signIn().tokens();
    try {
      if (cache.isPresent()) {
        token.keep(cache.get());
      }
      return new SignInAnswer.SignedIn(Optional.of(token.expiresAt()));
    } catch (IOException refused) {
      return failed(
          new SignInFailure.NotKept(
              cache.map(Path::toString).orElse(""), String.valueOf(refused.getMessage())));
    }
  }

  private URI ssoAddress(SsoSession session) {
    return settings
        .signIn()
        .services()
        .orElseGet(() -> URI.create("https://oidc." + session.region() + ".amazonaws.com"));
  }

  @Override
  public SignInAnswer withCode(CloudAccount account, String region, String code) {
    if (!code.matches("\\d{6}")) {
      return failed(new SignInFailure.NotACode());
    }
    Optional<String> device = deviceOf(account, settings);
    if (device.isEmpty()) {
      return failed(new SignInFailure.NothingToDo(profile(account)));
    }
    Optional<URI> endpoint = CredentialsChoice.endpoint(account);
    try (RoleChain chain =
        new RoleChain(settings, profileName(account, settings), region, endpoint)) {
      return signedIn(() -> chain.begin(code), account, region, device.get());
    }
  }

  private SignInAnswer signedIn(
      Supplier<AwsCredentials> begin, CloudAccount account, String region, String device) {
    try (var limited = new LimitedCredentials(() -> begin::get, settings.limits().credentials())) {
      return new SignInAnswer.SignedIn(limited.resolveCredentials().expirationTime());
    } catch (CredentialsUnavailable none) {
      SessionNotKept lost = find(none, SessionNotKept.class);
      if (lost != null) {
        return failed(new SignInFailure.NotKept(lost.file(), String.valueOf(lost.getMessage())));
      }
      StsException refused = find(none, StsException.class);
      if (refused != null && String.valueOf(refused.getMessage()).contains(WRONG_CODE)) {
        return failed(new SignInFailure.WrongCode(device));
      }
      URI address =
          CredentialsChoice.endpoint(account).orElseGet(() -> AwsService.STS.endpoint(region));
      CatalogFailure failure = failures(account, region, address).of("sts:AssumeRole", none);
      return failed(new SignInFailure.Account(failure));
    }
  }

  private AwsFailures failures(CloudAccount account, String region, URI address) {
    return new AwsFailures(
        profile(account),
        false,
        region,
        account instanceof CloudAccount.Profile,
        action -> address);
  }

  private static SignInAnswer failed(SignInFailure failure) {
    return new SignInAnswer.Failed(failure);
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
