package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"
      })
  void a_sentinel_is_an_unknown_value(String sentinel) {
    assertThat(Wire.decode(struct("port", text(sentinel))).get("port"))
        .contains(new PropertyValue.Unknown());
  }

  @Test
  void an_unknown_value_is_sent_as_the_text_sentinel() {
    PropertyMap map = PropertyMap.EMPTY.with("arn", new PropertyValue.Unknown());

    assertThat(Wire.encode(map).getFieldsOrThrow("arn").getStringValue())
        .isEqualTo("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
  }

  @Test
  void a_secret_is_read_without_its_wrapper() {
    Struct secret =
        struct(SIGNATURE, text("1b47061264138c4ac30d75fd1eb44270")).toBuilder()
            .putFields("value", text("hidden"))
            .build();

    assertThat(Wire.decode(struct("name", object(secret))).text("name")).contains("hidden");
  }

  @Test
  void an_output_without_a_value_is_unknown() {
    Struct output = struct(SIGNATURE, text("d0e6a833031e9bbcd3f4e8bde6ca49a4"));

    assertThat(Wire.decode(struct("name", object(output))).unknown("name")).isTrue();
  }

  @Test
  void a_null_is_an_absent_property() {
    Value nothing = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

    assertThat(Wire.decode(struct("name", nothing))).isEqualTo(PropertyMap.EMPTY);
  }

  @Test
  void every_kind_of_value_survives_the_way_there_and_back() {
    PropertyMap map =
        PropertyMap.EMPTY
            .with("text", PropertyValue.of("a"))
            .with("number", PropertyValue.of(7))
            .with("flag", PropertyValue.of(true))
            .with("unknown", new PropertyValue.Unknown())
            .with("list", PropertyValue.of(java.util.List.of("a", "b")))
            .with("map", PropertyMap.EMPTY.with("inner", PropertyValue.of("x")));

    assertThat(Wire.decode(Wire.encode(map))).isEqualTo(map);
  }

  private static Struct struct(String name, Value value) {
    return Struct.newBuilder().putFields(name, value).build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value object(Struct struct) {
    return Value.newBuilder().setStructValue(struct).build();
  }
}
