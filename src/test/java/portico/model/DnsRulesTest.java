package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsRulesTest {
  private static final String ZONE = "Z0123456789ABCDEFGHIJ";

  @ParameterizedTest
  @ValueSource(strings = {"Z1", ZONE, "Z1234567890123456789012345678901"})
  void a_zone_id_begins_with_z_and_has_up_to_32_characters(String id) {
    assertThat(DnsRules.hostedZoneId("f", id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Z", "z1", "A1", "/hostedzone/Z1", "Z_1", "Z12345678901234567890123456789012"})
  void other_forms_of_a_zone_id_are_refused(String id) {
    assertThat(DnsRules.hostedZoneId("f", id))
        .containsExactly(Violation.of("f", Rule.HOSTED_ZONE_ID_FORM, id));
  }

  static Stream<String> names() {
    return Stream.of(
        "example.com",
        "api.example.com",
        "*.example.com",
        "_a.b-c.x1.example.com",
        "1.example.com",
        "l".repeat(63) + ".example.com",
        ofLength(253));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_has_labels_of_letters_digits_and_hyphens(String name) {
    assertThat(DnsRules.name("f", name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example",
        "api.example.com.",
        "API.example.com",
        "a b.example.com",
        "-a.example.com",
        "a-.example.com",
        "a.*.example.com",
        "a*.example.com",
        "*",
        "https://api.example.com",
        "\u00e9.example.com"
      })
  void names_that_hosts_cannot_have_are_refused(String name) {
    assertThat(DnsRules.name("f", name))
        .containsExactly(Violation.of("f", Rule.DOMAIN_NAME_FORM, name));
  }

  static Stream<String> longNames() {
    return Stream.of("l".repeat(64) + ".example.com", ofLength(254));
  }

  @ParameterizedTest
  @MethodSource("longNames")
  void labels_have_63_characters_and_names_253_at_most(String name) {
    assertThat(DnsRules.name("f", name))
        .containsExactly(Violation.of("f", Rule.DOMAIN_NAME_LENGTH, name, 63, 253));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..example.com", ".example.com", "."})
  void no_label_is_empty(String name) {
    assertThat(DnsRules.name("f", name))
        .extracting(Violation::rule)
        .containsExactly(Rule.DOMAIN_NAME_LENGTH, Rule.DOMAIN_NAME_FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "Z1,a.example.com,Z1,a.example.com,true",
    "Z1,a.example.com,Z1,A.example.com.,true",
    "Z1,a.example.com,Z2,a.example.com,false",
    "Z1,a.example.com,Z1,b.example.com,false"
  })
  void a_name_stands_once_in_a_zone(
      String zone, String name, String otherZone, String other, boolean twice) {
    List<Violation> found =
        DnsRules.check(
            "records", List.of(new DnsRecordSpec(zone, name), new DnsRecordSpec(otherZone, other)));

    assertThat(found.contains(Violation.of("records[1].name", Rule.DNS_RECORD_TWICE, other)))
        .isEqualTo(twice);
  }

  @Test
  void each_field_of_a_record_is_checked_at_its_place() {
    assertThat(
            SpecRules.check(
                SpecSamples.named(
                    new DnsRecordSpec(ZONE, "api.example.com"), new DnsRecordSpec("", ""))))
        .containsExactly(
            Violation.of("loadBalancer.dnsRecords[1].hostedZoneId", Rule.REQUIRED),
            Violation.of("loadBalancer.dnsRecords[1].name", Rule.REQUIRED));
  }

  @ParameterizedTest
  @EnumSource(IpAddressType.class)
  void there_is_a_record_for_ipv4_and_where_there_are_addresses_for_ipv6(IpAddressType type) {
    assertThat(DnsRecordType.of(type))
        .isEqualTo(
            type == IpAddressType.IPV4
                ? List.of(DnsRecordType.A)
                : List.of(DnsRecordType.A, DnsRecordType.AAAA));
  }

  /** A name of labels of 1 and 49 characters. */
  private static String ofLength(int length) {
    String name = ("l".repeat(49) + ".").repeat(4);
    return name + "l".repeat(length - name.length());
  }
}
