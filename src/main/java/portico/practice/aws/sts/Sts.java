package portico.practice.aws.sts;

import java.util.Map;
import portico.practice.aws.http.QueryForm;
import portico.practice.aws.http.Service;
import portico.practice.aws.state.Account;

/** The simulated Security Token Service. */
public final class Sts {
  private Sts() {}

  /** The service with its one operation. */
  public static Service service() {
    return new Service.Query(
        QueryForm.STS,
        Map.of(
            "GetCallerIdentity",
            (_, _, xml) ->
                xml.text("Arn", "arn:aws:iam::" + Account.ID + ":user/practice")
                    .text("UserId", "AIDAPRACTICEPRACTICE1")
                    .text("Account", Account.ID)));
  }
}
