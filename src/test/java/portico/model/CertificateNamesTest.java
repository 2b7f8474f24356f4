package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of certificates, at the limits of RequestCertificate. */
class CertificateNamesTest {
  /** A name of that many characters. */
  private static String name(int length) {
    String end = ".example.com";
    StringBuilder name = new StringBuilder();
    int left = length - end.length();
    while (left > 63) {
      name.append("a".repeat(Math.min(62, left - 2))).append('.');
      left = length - end.length() - name.length();
    }
    return name + "a".repeat(left) + end;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "*.example.com",
        "API.Example.com",
        " api.example.com. ",
        "xn--bcher-kva.example",
        "a-b.example.com",
        "1.example.com"
      })
  void acm_takes_it(String name) {
    assertThat(CertificateNames.firstFault(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', MISSING",
    "' ', MISSING",
    "localhost, FORM",
    "a..example.com, FORM",
    "-a.example.com, FORM",
    "a-.example.com, FORM",
    "a_b.example.com, FORM",
    "bücher.example, FORM",
    "https://example.com, FORM",
    "example.c, FORM",
    "a.*.example.com, WILDCARD_PLACE",
    "*.*.example.com, WILDCARD_PLACE",
    "*api.example.com, WILDCARD_PLACE",
    "*, WILDCARD_PLACE"
  })
  void acm_refuses_it(String name, CertificateNameFault fault) {
    assertThat(CertificateNames.firstFault(name)).contains(fault);
  }

  @Test
  void a_label_has_63_characters_at_most() {
    assertThat(CertificateNames.fault("a".repeat(63) + ".example.com")).isEmpty();
    assertThat(CertificateNames.fault("a".repeat(64) + ".example.com"))
        .contains(CertificateNameFault.FORM);
  }

  @Test
  void the_first_name_has_64_characters_at_most_and_a_further_one_253() {
    assertThat(CertificateNames.firstFault(name(64))).isEmpty();
    assertThat(CertificateNames.firstFault(name(65))).contains(CertificateNameFault.FIRST_TOO_LONG);
    assertThat(CertificateNames.fault(name(65))).isEmpty();
    assertThat(name(253)).hasSize(253);
    assertThat(CertificateNames.fault(name(253))).isEmpty();
    assertThat(CertificateNames.fault(name(254))).contains(CertificateNameFault.TOO_LONG);
  }

  @Test
  void names_are_cleaned_and_not_repeated() {
    CertificateNames names =
        new CertificateNames(
            "API.example.com.", List.of("www.example.com", "api.example.com", "WWW.example.com "));

    assertThat(names.all()).containsExactly("api.example.com", "www.example.com");
  }

  @Test
  void ten_names_are_within_the_usual_quota_and_101_the_most_there_can_be() {
    assertThat(names(9).exceedsUsualQuota()).isFalse();
    assertThat(names(10).exceedsUsualQuota()).isTrue();
    assertThat(names(100).all()).hasSize(101);
    assertThatIllegalArgumentException().isThrownBy(() -> names(101));
  }

  private static CertificateNames names(int further) {
    return new CertificateNames(
        "example.com", IntStream.range(0, further).mapToObj("h%d.example.com"::formatted).toList());
  }

  @Test
  void a_wrong_name_is_not_one_of_them() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CertificateNames("example.com", List.of("localhost")));
  }
}
