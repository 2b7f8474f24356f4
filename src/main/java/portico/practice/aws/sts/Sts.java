package portico.practice.aws.sts;

import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.QueryForm;
import portico.practice.aws.http.Service;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;

/** The simulated Security Token Service. Sessions live as long as the process. */
public final class Sts {
  static final String USER_ARN = "arn:aws:iam::" + Account.ID + ":user/practice";

  private Sts() {}

  /** The service with its operations. */
  public static Service service() {
    Sessions sessions = new Sessions();
    return new Service.Query(
        QueryForm.STS,
        Map.of(
            "GetCallerIdentity",
            (call, _, xml) -> caller(call, sessions, xml),
            "AssumeRole",
            sessions::assume));
  }

  /** Who is known by the key of a session; every other key is the account's user. */
  private static void caller(Call call, Sessions sessions, Xml xml) {
    Optional<Sessions.Session> session = sessions.of(call.caller().accessKey());
    xml.text("Arn", session.map(Sessions.Session::arn).orElse(USER_ARN))
        .text("UserId", session.map(Sessions.Session::userId).orElse("AIDAPRACTICEPRACTICE1"))
        .text("Account", Account.ID);
  }
}
