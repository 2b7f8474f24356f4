package portico.proof.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import portico.proof.HeaderField;
import portico.proof.ProofEndpoint;
import portico.proof.Streaming;

/** Writes requests for one listener. */
record Requests(ProofEndpoint endpoint) {
  /** A GET without a body. */
  byte[] get(String path, boolean withKey, boolean keepAlive) {
    return bytes("GET", path, List.of(), withKey, keepAlive, "");
  }

  /** What streams, with the model's name in its body. */
  byte[] ask(Streaming.Ask ask, String body) {
    return bytes(ask.method(), ask.path(), ask.headers(), true, false, body);
  }

  private byte[] bytes(
      String method,
      String path,
      List<HeaderField> fields,
      boolean withKey,
      boolean keepAlive,
      String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    List<HeaderField> head = new ArrayList<>();
    head.add(new HeaderField("Host", endpoint.hostHeader()));
    add(head, fields, new HeaderField("User-Agent", "portico-proof"));
    add(head, fields, new HeaderField("Accept", "*/*"));
    head.add(new HeaderField("Connection", keepAlive ? "keep-alive" : "close"));
    if (withKey) {
      endpoint
          .key()
          .flatMap(key -> key.value().map(value -> new HeaderField(key.header(), value)))
          .ifPresent(field -> add(head, fields, field));
    }
    if (content.length > 0 || method.equals("POST")) {
      head.add(new HeaderField("Content-Length", Integer.toString(content.length)));
    }
    fields.stream().filter(field -> !ours(field)).forEach(head::add);
    StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    head.forEach(each -> text.append(each.name() + ": " + each.value() + "\r\n"));
    text.append("\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  /** Unless the user has a field of that name. */
  private static void add(List<HeaderField> head, List<HeaderField> user, HeaderField field) {
    if (user.stream().noneMatch(each -> each.name().equalsIgnoreCase(field.name()))) {
      head.add(field);
    }
  }

  /** Fields that say how the connection is used are not the user's to choose. */
  private static boolean ours(HeaderField field) {
    return List.of("host", "connection", "content-length", "transfer-encoding").stream()
        .anyMatch(field.name()::equalsIgnoreCase);
  }
}
