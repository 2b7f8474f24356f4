package portico.practice.aws.http;

import java.util.regex.Pattern;

/** Texts in which {@code *} stands for any characters and {@code ?} for any one. */
public final class Wildcards {
  private Wildcards() {}

  /** What a text with wildcards matches. */
  public static Pattern pattern(String form) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char each = form.charAt(i);
      switch (each) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(each)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** Whether a text is of a form with wildcards. */
  public static boolean match(String form, String text) {
    return pattern(form).matcher(text).matches();
  }
}
