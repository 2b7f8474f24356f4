package portico.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The resource bundles' texts. A missing key is a defect and fails loudly, in the tests first. */
public final class Words {
  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts that wizard and command line share. */
  public static Words core() {
    return of("portico.text.words");
  }

  /** The texts of the bundle with that base name. */
  public static Words of(String baseName) {
    return new Words(ResourceBundle.getBundle(baseName, Locale.ENGLISH));
  }

  /**
   * The text of the key with {@code {0}}, {@code {1}}, ... replaced. Numbers are written plainly,
   * since most of ours are ports and identifiers.
   *
   * @throws java.util.MissingResourceException when there is no such key
   */
  public String get(String key, Object... facts) {
    Object[] plain = Arrays.stream(facts).map(String::valueOf).toArray();
    return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(plain);
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}
