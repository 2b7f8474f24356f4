package portico.practice.aws.sts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;

/**
 * Roles of the simulated account, and the sessions that began with them
 * (docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html). Any principal of the account
 * may assume {@code practice-admin}; {@code practice-mfa} trusts only those with a code of the MFA
 * device, {@code practice-partner} only those that name its external id.
 */
final class Sessions {
  private static final String ROLES = "arn:aws:iam::" + Account.ID + ":role/";
  private static final String ADMIN = ROLES + "practice-admin";
  private static final String MFA = ROLES + "practice-mfa";
  private static final String PARTNER = ROLES + "practice-partner";
  private static final String EXTERNAL_ID = "practice-external-id";
  private static final int HOUR = 3600;
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final MfaDevice device = new MfaDevice();
  private final Map<String, Session> begun = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /** Who has the key of a session. */
  record Session(String arn, String userId, Instant end) {}

  Optional<Session> of(String accessKey) {
    return Optional.ofNullable(begun.get(accessKey));
  }

  void assume(Call call, Parameters asked, Xml xml) {
    String role = required(asked, "RoleArn", ".{20,2048}");
    String name = required(asked, "RoleSessionName", "[\\w+=,.@-]{2,64}");
    int seconds = seconds(call, asked);
    trust(call, role, asked);
    String roleName = role.substring(role.lastIndexOf('/') + 1);
    String id = "AROAPRACTICE" + letters(9);
    String arn = "arn:aws:sts::" + Account.ID + ":assumed-role/" + roleName + "/" + name;
    String key = "ASIAPRACTICE" + letters(8);
    Session session = new Session(arn, id + ":" + name, call.now().plusSeconds(seconds));
    begun.put(key, session);
    xml.in(
        "Credentials",
        () ->
            xml.text("AccessKeyId", key)
                .text("SecretAccessKey", letters(40))
                .text("SessionToken", letters(120))
                .text("Expiration", session.end()));
    xml.in(
        "AssumedRoleUser",
        () -> xml.text("AssumedRoleId", session.userId()).text("Arn", session.arn()));
  }

  private int seconds(Call call, Parameters asked) {
    int seconds = asked.number("DurationSeconds").orElse(HOUR);
    if (seconds < 900 || seconds > 43200) {
      throw new AwsException(
          "ValidationError",
          "1 validation error detected: Value '"
              + seconds
              + "' at 'durationSeconds' failed to satisfy constraint: Member must have value "
              + (seconds < 900 ? "greater than or equal to 900" : "less than or equal to 43200"));
    }
    if (seconds > HOUR) {
      throw new AwsException(
          "ValidationError",
          begun.containsKey(call.caller().accessKey())
              ? "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by"
                  + " role chaining"
              : "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
    return seconds;
  }

  /** What the role's trust policy demands. A code that is given must be right for any role. */
  private void trust(Call call, String role, Parameters asked) {
    Optional<String> serial = asked.text("SerialNumber");
    Optional<String> code = asked.text("TokenCode");
    if (serial.isPresent() != code.isPresent()) {
      throw denied(
          "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass"
              + " code. ");
    }
    if (serial.isPresent() && !serial.get().equals(MfaDevice.ARN)) {
      throw denied(
          "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA"
              + " serial number is valid and associated with this user.");
    }
    if (code.isPresent() && !device.accepts(required(asked, "TokenCode", "\\d{6}"), call.now())) {
      throw denied("MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }
    boolean trusted =
        switch (role) {
          case ADMIN -> true;
          case MFA -> code.isPresent();
          case PARTNER -> asked.text("ExternalId").filter(EXTERNAL_ID::equals).isPresent();
          default -> false;
        };
    if (!trusted) {
      throw denied(
          "User: "
              + of(call.caller().accessKey()).map(Session::arn).orElse(Sts.USER_ARN)
              + " is not authorized to perform: sts:AssumeRole on resource: "
              + role);
    }
  }

  private static AwsException denied(String message) {
    return new AwsException("AccessDenied", 403, message);
  }

  private static String required(Parameters asked, String name, String pattern) {
    String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    String value =
        asked
            .text(name)
            .orElseThrow(
                () ->
                    new AwsException(
                        "ValidationError",
                        "1 validation error detected: Value null at '"
                            + member
                            + "' failed to satisfy constraint: Member must not be null"));
    if (!value.matches(pattern)) {
      throw new AwsException(
          "ValidationError",
          "1 validation error detected: Value '"
              + value
              + "' at '"
              + member
              + "' failed to satisfy constraint: Member must satisfy regular expression pattern: "
              + pattern);
    }
    return value;
  }

  private String letters(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
