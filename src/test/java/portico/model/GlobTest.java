package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/*,/v1/chat,true",
    "/v1/*,/v1/,true",
    "/v1/*,/v1,false",
    "/v1/*,/v1/*/x,true",
    "/v1/*/x,/v1/*,false",
    "*,'',true",
    "'','',true",
    "'',a,false",
    "?,'',false",
    "?,a,true",
    "?,*,false",
    "?*,*?,true",
    "*?,?*,true",
    "??*,*?*,false",
    "*?*,??,true",
    "a*b,a*a*b,true",
    "a*a*b,a*b,false",
    "*a*,*ba,true",
    "*ab*,*a?b*,false",
    "*a?,*ab*,false",
    "a,A,false",
    "*.png,/x/*.png,true",
    "*.png,/x/*.pn?,false"
  })
  void a_pattern_covers_another_when_it_matches_all_its_texts(
      String wide, String narrow, boolean covers) {
    assertThat(Glob.exact(wide).covers(Glob.exact(narrow))).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({"A?C,abc,true", "*.EXAMPLE.com,api.example.COM,true", "a,b,false"})
  void some_patterns_do_not_mind_the_case(String wide, String narrow, boolean covers) {
    assertThat(Glob.anyCase(wide).covers(Glob.anyCase(narrow))).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({"a\\*,aB,false", "a\\*,A\\*,true", "a*,a\\*,true", "a\\?,ab,false", "?,\\?,true"})
  void a_backslash_takes_a_wildcard_its_meaning(String wide, String narrow, boolean covers) {
    assertThat(Glob.escaped(wide).orElseThrow().covers(Glob.escaped(narrow).orElseThrow()))
        .isEqualTo(covers);
  }

  @Test
  void a_backslash_before_anything_else_has_no_known_meaning() {
    assertThat(Glob.escaped("a\\b")).isEmpty();
    assertThat(Glob.escaped("a\\")).isEmpty();
    assertThat(Glob.escaped("\\\\*")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"*,true", "**,true", "*?,false", "/*,false", "'',false"})
  void only_stars_match_everything(String pattern, boolean all) {
    assertThat(Glob.exact(pattern).matchesAll()).isEqualTo(all);
  }

  @Test
  void a_pair_that_takes_too_much_work_is_not_certain_and_ends_soon() {
    String wide = "*a" + "?".repeat(60);
    assertThat(Glob.exact(wide).covers(Glob.exact("*a*" + "?".repeat(60)))).isFalse();
  }

  /** Up to six characters tell any two patterns of up to four symbols over two letters apart. */
  @Test
  void the_answer_is_that_of_trying_all_texts() {
    List<String> texts = texts();
    Random random = new Random(7);
    int covered = 0;
    for (int round = 0; round < 4000; round++) {
      String wide = pattern(random);
      String narrow = pattern(random);
      Pattern all = regex(wide);
      Pattern one = regex(narrow);
      boolean expected =
          texts.stream()
              .filter(text -> one.matcher(text).matches())
              .allMatch(text -> all.matcher(text).matches());
      assertThat(Glob.exact(wide).covers(Glob.exact(narrow)))
          .as("%s covers %s", wide, narrow)
          .isEqualTo(expected);
      covered += expected ? 1 : 0;
    }
    assertThat(covered).isBetween(200, 3800);
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder();
    int length = random.nextInt(5);
    for (int index = 0; index < length; index++) {
      pattern.append("ab*?".charAt(random.nextInt(4)));
    }
    return pattern.toString();
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(""));
    List<String> last = List.of("");
    for (int length = 1; length <= 6; length++) {
      last =
          last.stream()
              .flatMap(text -> List.of(text + "a", text + "b", text + "c").stream())
              .toList();
      texts.addAll(last);
    }
    return texts;
  }

  private static Pattern regex(String glob) {
    return Pattern.compile(glob.replace("*", ".*").replace("?", "."));
  }
}
