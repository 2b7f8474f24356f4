package portico.catalog.aws;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/**
 * The credentials of a role and of the roles it is taken with, where the SDK cannot have them: it
 * knows no {@code mfa_serial}, and assumes roles at AWS itself whatever endpoint the account names.
 * Sessions are looked for in the AWS CLI's cache first, and kept there.
 */
final class RoleChain implements AwsCredentialsProvider, AutoCloseable {
  private final AwsSettings settings;
  private final String profileName;
  private final String region;
  private final Optional<URI> endpoint;
  private final RoleCache cache;
  private final InstantSource clock = InstantSource.system();
  private final List<AwsCredentialsProvider> opened = new ArrayList<>();
  private @Nullable AwsSessionCredentials current;

  /**
   * @param region of STS, for profiles that name none
   * @param endpoint of STS, where it is not AWS's own
   */
  RoleChain(AwsSettings settings, String profileName, String region, Optional<URI> endpoint) {
    this.settings = settings;
    this.profileName = profileName;
    this.region = region;
    this.endpoint = endpoint;
    this.cache = new RoleCache(settings.signIn().roles(), endpoint);
  }

  @Override
  public synchronized AwsCredentials resolveCredentials() {
    var known = current;
    return known != null && RoleCache.lasts(known, clock.instant())
        ? known
        : remembered(resolve(Optional.empty()));
  }

  /** Begins the session anew with a code, and keeps it. */
  synchronized AwsCredentials begin(String code) {
    return remembered(resolve(Optional.of(code)));
  }

  private AwsCredentials remembered(AwsCredentials credentials) {
    if (credentials instanceof AwsSessionCredentials session) {
      current = session;
    }
    return credentials;
  }

  private AwsCredentials resolve(Optional<String> code) {
    ProfileFile file = settings.profileFile().get();
    return of(file, profile(file, profileName), code, new HashSet<>());
  }

  private AwsCredentials of(
      ProfileFile file, Profile profile, Optional<String> code, Set<String> seen) {
    if (!seen.add(profile.name())) {
      throw new IllegalStateException("the source_profile of " + seen + " leads in a circle");
    }
    boolean own =
        endpoint.isPresent() || RoleProfiles.deviceInChain(file, profile.name()).isPresent();
    return own && RoleProfiles.isRole(profile)
        ? role(file, profile, code, seen)
        : opened(
                ProfileCredentialsProvider.builder()
                    .profileFile(file)
                    .profileName(profile.name())
                    .build())
            .resolveCredentials();
  }

  private AwsCredentials role(
      ProfileFile file, Profile profile, Optional<String> code, Set<String> seen) {
    Optional<String> device = RoleProfiles.device(file, profile);
    RoleRequest role = RoleRequest.of(profile, device);
    if (code.isEmpty()) {
      Optional<AwsSessionCredentials> kept = cache.find(role, clock.instant());
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    if (device.isEmpty()) {
      return assume(profile, role, source(file, profile, code, seen), code);
    }
    AwsCredentials source;
    try {
      source = source(file, profile, Optional.empty(), seen);
    } catch (CredentialsUnavailable deeper) {
      if (code.isEmpty() || deeper.why() != CredentialsUnavailable.Why.CODE_NEEDED) {
        throw deeper;
      }
      // A code counts once: it begins the session that this one is taken with.
      source(file, profile, code, seen);
      return kept(role, device.get());
    }
    if (code.isEmpty()) {
      throw new CredentialsUnavailable(CredentialsUnavailable.Why.CODE_NEEDED, device.get());
    }
    return assume(profile, role, source, code);
  }

  /** The session that is left of an earlier code; another code is needed if there is none. */
  private AwsCredentials kept(RoleRequest role, String device) {
    return cache
        .find(role, clock.instant())
        .orElseThrow(
            () -> new CredentialsUnavailable(CredentialsUnavailable.Why.CODE_NEEDED, device));
  }

  /** The credentials that a role is taken with, as the SDK and the AWS CLI find them. */
  private AwsCredentials source(
      ProfileFile file, Profile profile, Optional<String> code, Set<String> seen) {
    Optional<String> named = profile.property(ProfileProperty.SOURCE_PROFILE);
    Optional<String> elsewhere = profile.property(ProfileProperty.CREDENTIAL_SOURCE);
    if (named.isPresent() == elsewhere.isPresent()) {
      throw new IllegalStateException(
          "profile " + profile.name() + " needs one of source_profile and credential_source");
    }
    if (elsewhere.isPresent()) {
      return opened(byName(elsewhere.get(), file, profile)).resolveCredentials();
    }
    // A profile may hold the keys that its own role is taken with (botocore allows it).
    return named.get().equals(profile.name())
        ? keys(profile)
        : of(file, profile(file, named.get()), code, new HashSet<>(seen));
  }

  private static AwsCredentials keys(Profile profile) {
    return AwsBasicCredentials.create(
        needed(profile, ProfileProperty.AWS_ACCESS_KEY_ID),
        needed(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY));
  }

  private static String needed(Profile profile, String property) {
    return profile
        .property(property)
        .orElseThrow(
            () -> new IllegalStateException("profile " + profile.name() + " has no " + property));
  }

  private static AwsCredentialsProvider byName(String source, ProfileFile file, Profile profile) {
    return switch (source.toLowerCase(Locale.ROOT)) {
      case "environment" -> EnvironmentVariableCredentialsProvider.create();
      case "ecscontainer" -> ContainerCredentialsProvider.builder().build();
      case "ec2instancemetadata" ->
          InstanceProfileCredentialsProvider.builder()
              .profileFile(file)
              .profileName(profile.name())
              .build();
      default -> throw new IllegalStateException("unknown credential_source " + source);
    };
  }

  private AwsCredentials assume(
      Profile profile, RoleRequest role, AwsCredentials source, Optional<String> code) {
    try (var http = AwsHttp.client(settings.limits(), endpoint)) {
      StsClientBuilder builder =
          StsClient.builder()
              .region(Region.of(profile.property(ProfileProperty.REGION).orElse(region)))
              .credentialsProvider(StaticCredentialsProvider.create(source))
              .httpClient(http)
              .overrideConfiguration(AwsHttp.overrides(settings));
      endpoint.ifPresent(builder::endpointOverride);
      try (StsClient sts = builder.build()) {
        AssumeRoleResponse given =
            sts.assumeRole(role.request(role.device().isPresent() ? code : Optional.empty()));
        keep(role, given);
        var session = given.credentials();
        return AwsSessionCredentials.builder()
            .accessKeyId(session.accessKeyId())
            .secretAccessKey(session.secretAccessKey())
            .sessionToken(session.sessionToken())
            .expirationTime(session.expiration())
            .build();
      }
    }
  }

  /** Only a session that took a person's code is worth an error when it cannot be kept. */
  private void keep(RoleRequest role, AssumeRoleResponse given) {
    try {
      cache.keep(role, given);
    } catch (SessionNotKept refused) {
      if (role.device().isPresent()) {
        throw refused;
      }
    }
  }

  private static Profile profile(ProfileFile file, String name) {
    return file.profile(name)
        .orElseThrow(
            () -> new CredentialsUnavailable(CredentialsUnavailable.Why.UNKNOWN_PROFILE, name));
  }

  private AwsCredentialsProvider opened(AwsCredentialsProvider provider) {
    opened.add(provider);
    return provider;
  }

  @Override
  public synchronized void close() {
    opened.forEach(Closing::quietly);
    opened.clear();
  }
}
