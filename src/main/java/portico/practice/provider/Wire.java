package portico.practice.provider;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Property maps as they travel between engine and provider. The constants are those of Pulumi's
 * protocol (sdk/go/common/resource/sig and plugin/rpc.go). Secrets, outputs and resource references
 * are unwrapped: the engine marks outputs as secret again by the inputs of the same name.
 */
final class Wire {
  static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  private static final Set<String> UNKNOWNS =
      Set.of(
          UNKNOWN,
          "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
          "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
          "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
          "030794c1-ac77-496b-92df-f27374a8bd58",
          "e48ece36-62e2-4504-bad9-02848725956a",
          "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  private static final String RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

  private Wire() {}

  static PropertyMap decode(Struct struct) {
    Map<String, PropertyValue> fields = new LinkedHashMap<>();
    struct
        .getFieldsMap()
        .forEach((name, value) -> decode(value).ifPresent(known -> fields.put(name, known)));
    return new PropertyMap(fields);
  }

  /** Empty for a null, which means the same as an absent property. */
  static Optional<PropertyValue> decode(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE ->
          Optional.of(
              UNKNOWNS.contains(value.getStringValue())
                  ? new PropertyValue.Unknown()
                  : PropertyValue.of(value.getStringValue()));
      case NUMBER_VALUE -> Optional.of(new PropertyValue.Numeric(value.getNumberValue()));
      case BOOL_VALUE -> Optional.of(PropertyValue.of(value.getBoolValue()));
      case LIST_VALUE -> Optional.of(decode(value.getListValue()));
      case STRUCT_VALUE -> unwrapped(value.getStructValue());
      case NULL_VALUE, KIND_NOT_SET -> Optional.empty();
    };
  }

  static Struct encode(PropertyMap map) {
    Struct.Builder struct = Struct.newBuilder();
    map.fields().forEach((name, value) -> struct.putFields(name, encode(value)));
    return struct.build();
  }

  private static PropertyValue decode(ListValue list) {
    List<PropertyValue> items = new ArrayList<>();
    list.getValuesList().forEach(item -> decode(item).ifPresent(items::add));
    return new PropertyValue.Items(items);
  }

  private static Optional<PropertyValue> unwrapped(Struct struct) {
    return switch (struct.getFieldsOrDefault(SIGNATURE, nothing()).getStringValue()) {
      case SECRET -> decode(struct.getFieldsOrDefault("value", nothing()));
      case OUTPUT ->
          struct.containsFields("value")
              ? decode(struct.getFieldsOrThrow("value"))
              : Optional.of(new PropertyValue.Unknown());
      case RESOURCE ->
          Optional.of(
              decode(struct.getFieldsOrDefault("id", nothing()))
                  .orElse(new PropertyValue.Unknown()));
      default -> Optional.of(decode(struct));
    };
  }

  private static Value nothing() {
    return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
  }

  private static Value encode(PropertyValue value) {
    Value.Builder encoded = Value.newBuilder();
    return switch (value) {
      case PropertyValue.Text(var text) -> encoded.setStringValue(text).build();
      case PropertyValue.Numeric(var number) -> encoded.setNumberValue(number).build();
      case PropertyValue.Flag(var flag) -> encoded.setBoolValue(flag).build();
      case PropertyValue.Unknown() -> encoded.setStringValue(UNKNOWN).build();
      case PropertyMap map -> encoded.setStructValue(encode(map)).build();
      case PropertyValue.Items(var items) ->
          encoded
              .setListValue(
                  ListValue.newBuilder().addAllValues(items.stream().map(Wire::encode).toList()))
              .build();
    };
  }
}
