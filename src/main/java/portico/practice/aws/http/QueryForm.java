package portico.practice.aws.http;

import java.util.function.Consumer;

/** How the query-protocol services wrap what they answer. */
public enum QueryForm {
  /** EC2's own dialect. */
  EC2("http://ec2.amazonaws.com/doc/2016-11-15/"),
  /** Elastic Load Balancing v2. */
  ELB("http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"),
  /** Security Token Service. */
  STS("https://sts.amazonaws.com/doc/2011-06-15/"),
  /** Identity and Access Management. */
  IAM("https://iam.amazonaws.com/doc/2010-05-08/"),
  /** Route 53: of this form are only its errors. */
  ROUTE53("https://route53.amazonaws.com/doc/2013-04-01/");

  private final String namespace;

  QueryForm(String namespace) {
    this.namespace = namespace;
  }

  /** A whole answer around an operation's content. */
  String answer(Call call, Consumer<Xml> content) {
    Xml xml = new Xml();
    xml.in(
        call.action() + "Response",
        namespace,
        () -> {
          if (this == EC2) {
            xml.text("requestId", call.requestId());
            content.accept(xml);
          } else {
            xml.in(call.action() + "Result", () -> content.accept(xml));
            xml.in("ResponseMetadata", () -> xml.text("RequestId", call.requestId()));
          }
        });
    return xml.document();
  }

  /** A whole error document. */
  String refusal(AwsException refusal, String requestId) {
    Xml xml = new Xml();
    if (this == EC2) {
      xml.in(
          "Response",
          () -> {
            xml.in("Errors", () -> xml.in("Error", () -> facts(xml, refusal)));
            xml.text("RequestID", requestId);
          });
    } else {
      xml.in(
          "ErrorResponse",
          namespace,
          () -> {
            xml.in(
                "Error",
                () -> {
                  xml.text("Type", refusal.status() < 500 ? "Sender" : "Receiver");
                  facts(xml, refusal);
                });
            xml.text("RequestId", requestId);
          });
    }
    return xml.document();
  }

  private static void facts(Xml xml, AwsException refusal) {
    xml.text("Code", refusal.code()).text("Message", refusal.message());
  }
}
