package portico.practice.aws.http;

import java.util.Map;
import java.util.Optional;
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

  /** One operation of a JSON service. */
  @FunctionalInterface
  interface JsonOperation {
    /** Runs it. */
    ObjectNode run(Call call, JsonNode request);
  }
}
