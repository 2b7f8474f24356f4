package portico.practice.aws;

import java.nio.file.Path;

/** Runs in a process of its own and changes the account until it is killed. */
final class RestlessWriter {
  private RestlessWriter() {}

  public static void main(String[] arguments) throws Exception {
    try (SimulatedAws aws =
        SimulatedAws.start(Path.of(arguments[0]), SimulationSettings.defaults())) {
      RawHttp http = new RawHttp(aws.endpoint());
      System.out.println("writing");
      for (int i = 0; ; i++) {
        RawHttp.Answer answer =
            http.post(
                "127.0.0.1",
                "Authorization: AWS4-HMAC-SHA256 Credential=A/20261120/us-west-2/ec2/aws4_request\r\n",
                "Action=CreateSecurityGroup&GroupDescription=x&GroupName=restless-" + i);
        System.out.println("wrote " + answer.status());
      }
    }
  }
}
