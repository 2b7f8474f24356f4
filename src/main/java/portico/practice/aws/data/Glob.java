package portico.practice.aws.data;

import java.util.regex.Pattern;

/**
 * A pattern of a rule: {@code *} is any text, {@code ?} is any one character, and a backslash takes
 * the meaning from the next one (ALB guide, "Rule condition types").
 */
final class Glob {
  private final Pattern pattern;

  private Glob(Pattern pattern) {
    this.pattern = pattern;
  }

  static Glob exact(String text) {
    return new Glob(Pattern.compile(translate(text), Pattern.DOTALL));
  }

  static Glob ignoringCase(String text) {
    int flags = Pattern.DOTALL | Pattern.CASE_INSENSITIVE;
    return new Glob(Pattern.compile(translate(text), flags));
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  private static String translate(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char next = glob.charAt(i);
      switch (next) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        case '\\' -> {
          i = Math.min(i + 1, glob.length() - 1);
          regex.append(Pattern.quote(String.valueOf(glob.charAt(i))));
        }
        default -> regex.append(Pattern.quote(String.valueOf(next)));
      }
    }
    return regex.toString();
  }
}
