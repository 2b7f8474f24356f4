package portico.proof.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import portico.model.EnvironmentName;
import portico.proof.ProofProblem;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes reports. Steps and problems carry their simple class name as "type"; times are
 * ISO 8601.
 */
public final class ProofJson {
  private final JsonMapper json =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // Reports of earlier versions do not say everything.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addMixIn(ProofStep.class, Typed.class)
          .addMixIn(ProofProblem.class, Typed.class)
          .addMixIn(EnvironmentName.class, PlainValue.class)
          .build();

  /** The whole report, over many lines. */
  public String write(ProofReport report) {
    return json.writeValueAsString(report);
  }

  /** The report as plain maps and lists, to stand within another document. */
  public Object tree(ProofReport report) {
    return json.convertValue(report, Object.class);
  }

  /** The report of a text, or empty when it is none. */
  public Optional<ProofReport> read(String text) {
    try {
      return Optional.ofNullable(json.readValue(text, ProofReport.class));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface Typed {}

  private interface PlainValue {
    @JsonValue
    String value();
  }
}
