package portico.practice.aws.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One simulated AWS service: its protocol and its operations. */
public sealed interface Service {
  /** Whether the service has this operation. */
  boolean knows(String action);

  /**
   * Runs an operation that the service knows.
   *
   * @param body the request's body
   * @throws AwsException when AWS would refuse the request
   */
  Reply answer(Call call, String body);

  /** A refusal in the service's form. */
  Reply refuse(AwsException refusal, String requestId);

  /** What IAM calls the right to an operation, without the service. */
  default String permission(String action) {
    return action;
  }

  /** The names of errors that every service has, which differ between protocols. */
  CommonErrors errors();

  /** One operation of a query-protocol service; it writes the content of the answer. */
  @FunctionalInterface
  interface QueryOperation {
    /** Runs it. */
    void run(Call call, Parameters parameters, Xml xml);
  }

  /**
   * A service that takes forms and answers XML.
   *
   * @param form how it wraps answers and errors
   */
  record Query(QueryForm form, Map<String, QueryOperation> operations) implements Service {
    @Override
    public boolean knows(String action) {
      return operations.containsKey(action);
    }

    @Override
    public Reply answer(Call call, String body) {
      QueryOperation operation =
          Optional.ofNullable(operations.get(call.action()))
              .orElseThrow(IllegalStateException::new);
      Parameters parameters = Parameters.parse(body);
      String document = form.answer(call, xml -> operation.run(call, parameters, xml));
      if (form == QueryForm.EC2 && parameters.flag("DryRun").orElse(false)) {
        throw new AwsException(
            "DryRunOperation", 412, "Request would have succeeded, but DryRun flag is set.");
      }
      return Reply.of(200, "text/xml;charset=UTF-8", document);
    }

    @Override
    public Reply refuse(AwsException refusal, String requestId) {
      return Reply.of(refusal.status(), "text/xml;charset=UTF-8", form.refusal(refusal, requestId));
    }

    @Override
    public CommonErrors errors() {
      return form == QueryForm.EC2 ? CommonErrors.EC2 : CommonErrors.QUERY;
    }
  }

  /** A service that takes and answers JSON 1.1. */
  record Json(Map<String, JsonOperation> operations) implements Service {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String TYPE = "application/x-amz-json-1.1";

    @Override
    public boolean knows(String action) {
      return operations.containsKey(action);
    }

    @Override
    public Reply answer(Call call, String body) {
      JsonOperation operation =
          Optional.ofNullable(operations.get(call.action()))
              .orElseThrow(IllegalStateException::new);
      try {
        JsonNode request = MAPPER.readTree(body.isBlank() ? "{}" : body);
        return Reply.of(200, TYPE, MAPPER.writeValueAsString(operation.run(call, request)));
      } catch (JacksonException malformed) {
        throw new AwsException("SerializationException", "The request is not valid JSON");
      }
    }

    @Override
    public Reply refuse(AwsException refusal, String requestId) {
      ObjectNode error = JsonNodeFactory.instance.objectNode();
      error.put("__type", refusal.code()).put("message", refusal.message());
      return Reply.of(refusal.status(), TYPE, MAPPER.writeValueAsString(error));
    }

    @Override
    public CommonErrors errors() {
      return CommonErrors.JSON;
    }
  }

  /**
   * A service that takes and answers JSON at paths of its own. What its requests have in path and
   * query is given to the operations as if it stood in the body.
   */
  record Rest(List<Route> routes) implements Service {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** What a request asks for. */
    public record Asked(String action, String body) {}

    /** Finds the operation that a request is for; one without a name if there is none. */
    public Asked read(String method, URI uri, String body) {
      for (Route route : routes) {
        Optional<Map<String, String>> found = route.parameters(method, uri.getRawPath());
        if (found.isPresent()) {
          ObjectNode request = with(parse(body), uri, found.get());
          return new Asked(route.action(), MAPPER.writeValueAsString(request));
        }
      }
      return new Asked("", "");
    }

    private static ObjectNode with(ObjectNode request, URI uri, Map<String, String> path) {
      Parameters.parse(Optional.ofNullable(uri.getRawQuery()).orElse(""))
          .all()
          .forEach(request::put);
      path.forEach((name, value) -> request.put(name, decode(value)));
      return request;
    }

    private static String decode(String part) {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static ObjectNode parse(String body) {
      try {
        return MAPPER.readTree(body.isBlank() ? "{}" : body) instanceof ObjectNode object
            ? object
            : JsonNodeFactory.instance.objectNode();
      } catch (JacksonException malformed) {
        throw new AwsException(
            "InvalidRequestContentException", "Could not parse request body into json");
      }
    }

    private Optional<Route> route(String action) {
      return routes.stream().filter(each -> each.action().equals(action)).findFirst();
    }

    @Override
    public boolean knows(String action) {
      return route(action).isPresent();
    }

    @Override
    public Reply answer(Call call, String body) {
      Route route = route(call.action()).orElseThrow(IllegalStateException::new);
      ObjectNode answer = route.operation().run(call, parse(body));
      String text = route.status() == 204 ? "" : MAPPER.writeValueAsString(answer);
      return Reply.of(route.status(), "application/json", text);
    }

    @Override
    public Reply refuse(AwsException refusal, String requestId) {
      ObjectNode error = JsonNodeFactory.instance.objectNode();
      error
          .put("Type", refusal.status() < 500 ? "User" : "Service")
          .put("Message", refusal.message());
      Map<String, String> headers =
          Map.of("Content-Type", "application/json", "x-amzn-ErrorType", refusal.code());
      return new Reply(refusal.status(), headers, MAPPER.writeValueAsString(error));
    }

    @Override
    public CommonErrors errors() {
      return CommonErrors.REST;
    }
  }

  /**
   * S3: a bucket in the path, an operation by method and query, and XML. The operations get the
   * bucket, the query and the body as a JSON object.
   */
  record RestXml(List<XmlRoute> routes) implements Service {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Finds the operation that a request is for; one without a name if there is none. */
    public Rest.Asked read(String method, URI uri, String body) {
      Map<String, String> query =
          new TreeMap<>(Parameters.parse(Optional.ofNullable(uri.getRawQuery()).orElse("")).all());
      String[] path = uri.getPath().replaceFirst("^/", "").split("/", 2);
      String bucket = path[0];
      if (path.length > 1 && !path[1].isEmpty()) {
        query.put(XmlRoute.KEY, path[1]);
      }
      boolean plain = routes.stream().noneMatch(each -> query.containsKey(each.part()));
      return routes.stream()
          .filter(each -> each.part().equals(XmlRoute.ACCOUNT) == bucket.isEmpty())
          .filter(each -> each.isFor(method, query, plain))
          .findFirst()
          .map(
              route -> {
                ObjectNode request = JsonNodeFactory.instance.objectNode();
                query.forEach(request::put);
                request.put("Bucket", bucket).put("Body", body);
                return new Rest.Asked(route.action(), MAPPER.writeValueAsString(request));
              })
          .orElse(new Rest.Asked("", ""));
    }

    private Optional<XmlRoute> route(String action) {
      return routes.stream().filter(each -> each.action().equals(action)).findFirst();
    }

    @Override
    public boolean knows(String action) {
      return route(action).isPresent();
    }

    @Override
    public String permission(String action) {
      return route(action).map(XmlRoute::permission).orElse(action);
    }

    @Override
    public Reply answer(Call call, String body) {
      XmlRoute route = route(call.action()).orElseThrow(IllegalStateException::new);
      String text = route.operation().run(call, MAPPER.readTree(body));
      String type = text.startsWith("{") ? "application/json" : "application/xml";
      return Reply.of(route.status(), type, text);
    }

    @Override
    public Reply refuse(AwsException refusal, String requestId) {
      Xml xml = new Xml();
      xml.in(
          "Error",
          () ->
              xml.text("Code", refusal.code())
                  .text("Message", refusal.message())
                  .text("RequestId", requestId));
      return Reply.of(refusal.status(), "application/xml", xml.document());
    }

    @Override
    public CommonErrors errors() {
      return CommonErrors.S3;
    }
  }

  /**
   * Route 53: operations at paths of their own, and XML. The operations get the parameters of path
   * and query and the body as a JSON object.
   */
  record XmlPaths(QueryForm form, List<XmlPath> paths) implements Service {
    private static final String TYPE = "text/xml;charset=UTF-8";

    /** Finds the operation that a request is for; one without a name if there is none. */
    public Rest.Asked read(String method, URI uri, String body) {
      for (XmlPath path : paths) {
        Optional<Map<String, String>> found = path.parameters(method, uri.getRawPath());
        if (found.isPresent()) {
          ObjectNode request = Rest.with(Rest.parse(""), uri, found.get()).put("Body", body);
          return new Rest.Asked(path.action(), Rest.MAPPER.writeValueAsString(request));
        }
      }
      return new Rest.Asked("", "");
    }

    private Optional<XmlPath> path(String action) {
      return paths.stream().filter(each -> each.action().equals(action)).findFirst();
    }

    @Override
    public boolean knows(String action) {
      return path(action).isPresent();
    }

    @Override
    public Reply answer(Call call, String body) {
      XmlPath path = path(call.action()).orElseThrow(IllegalStateException::new);
      return Reply.of(200, TYPE, path.operation().run(call, Rest.MAPPER.readTree(body)));
    }

    @Override
    public Reply refuse(AwsException refusal, String requestId) {
      return Reply.of(refusal.status(), TYPE, form.refusal(refusal, requestId));
    }

    @Override
    public CommonErrors errors() {
      return CommonErrors.QUERY;
    }
  }

  /** One operation of a JSON service. */
  @FunctionalInterface
  interface JsonOperation {
    /** Runs it. */
    ObjectNode run(Call call, JsonNode request);
  }
}
