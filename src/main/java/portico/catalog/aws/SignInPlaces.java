package portico.catalog.aws;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.utils.UserHomeDirectoryUtils;

/**
 * Where sign-ins are made, and where AWS's tools keep what comes of them.
 *
 * @param awsFolder the user's {@code .aws} folder; empty to keep and find nothing
 * @param services address of SSO-OIDC, where it is not AWS's own
 */
public record SignInPlaces(Optional<Path> awsFolder, Optional<URI> services) {

  /** The folder that the SDK uses, and AWS itself. */
  public static SignInPlaces ofThisUser() {
    return new SignInPlaces(
        Optional.of(Path.of(UserHomeDirectoryUtils.userHomeDirectory(), ".aws")), Optional.empty());
  }

  /** Nothing of the user's files. */
  public static SignInPlaces none() {
    return new SignInPlaces(Optional.empty(), Optional.empty());
  }

  /**
   * The tokens of IAM Identity Center, one file each, named by {@link Sha1} of the session's name,
   * or of the start URL where there is none (botocore, {@code SSOTokenLoader._generate_cache_key};
   * AWS SDK for Java, {@code OnDiskTokenManager.deriveCacheKey}).
   */
  Optional<Path> tokens() {
    return awsFolder.map(folder -> folder.resolve("sso").resolve("cache"));
  }

  /** The sessions of roles that the AWS CLI keeps (its {@code customizations/assumerole.py}). */
  Optional<Path> roles() {
    return awsFolder.map(folder -> folder.resolve("cli").resolve("cache"));
  }
}
