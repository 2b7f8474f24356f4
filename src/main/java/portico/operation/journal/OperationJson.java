package portico.operation.journal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.EnvironmentName;
import portico.model.LogBucket;
import portico.model.Stickiness;
import portico.model.TargetSpec;
import portico.operation.EngineFailure;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.Outcome;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of requests, journals and results. Sealed values carry their simple class name as
 * "type".
 */
public final class OperationJson {
  private OperationJson() {}

  /** A new mapper; it is thread-safe and worth keeping. */
  public static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    for (Class<?> sealed :
        new Class<?>[] {
          CloudAccount.class,
          CatalogFailure.class,
          EngineFailure.class,
          InstallEvent.class,
          OperationEvent.class,
          OperationFailure.class,
          Outcome.class,
          ActionSpec.class,
          ConditionSpec.class,
          Stickiness.class,
          TargetSpec.class
        }) {
      builder.addMixIn(sealed, Typed.class);
    }
    return builder
        .addMixIn(LogBucket.class, TypedBucket.class)
        .addMixIn(OperationId.class, PlainValue.class)
        .addMixIn(EnvironmentName.class, PlainValue.class)
        .build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface Typed {}

  /** Before there were two kinds, all buckets existed and none had a type. */
  @JsonTypeInfo(
      use = JsonTypeInfo.Id.SIMPLE_NAME,
      property = "type",
      defaultImpl = LogBucket.Existing.class)
  private interface TypedBucket {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private interface PlainValue {
    @JsonValue
    String value();
  }
}
