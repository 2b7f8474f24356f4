package portico.desktop.wizard.form;

import java.util.List;
import java.util.Optional;
import portico.model.Violation;
import portico.text.CertificateText;
import portico.text.FailureText;
import portico.text.InstallText;
import portico.text.StatusText;
import portico.text.Words;

/** The words of the wizard. */
public record Texts(
    Words wizard,
    FailureText failures,
    StatusText status,
    InstallText install,
    CertificateText certificates) {
  /** The wizard's own bundle together with the words that all of Portico shares. */
  public static Texts load() {
    Words core = Words.core();
    return new Texts(
        Words.of("portico.desktop.wizard.wizard"),
        new FailureText(core),
        new StatusText(core),
        new InstallText(core),
        new CertificateText(core));
  }

  public String get(String key, Object... facts) {
    return wizard.get(key, facts);
  }

  /** The first violation in words; empty when there is none. */
  public Optional<String> first(List<Violation> violations) {
    return violations.stream().findFirst().map(failures::of);
  }
}
