package portico.catalog.aws;

import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;

/** A program with nothing but the AWS SDK in it: says whose key a profile gives. */
public final class SdkProfileReader {
  private SdkProfileReader() {}

  public static void main(String[] arguments) {
    try (var provider = ProfileCredentialsProvider.create(arguments[0])) {
      System.out.println("key " + provider.resolveCredentials().accessKeyId());
    }
  }
}
