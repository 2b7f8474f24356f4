package portico.practice.aws.state;

/** A redirect action; parts may use placeholders such as {@code #{host}}. */
public record Redirect(
    String protocol, String port, String host, String path, String query, String statusCode) {}
