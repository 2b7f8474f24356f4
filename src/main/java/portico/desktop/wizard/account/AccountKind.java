package portico.desktop.wizard.account;

import portico.operation.ProviderKind;

/** Which AWS. */
public enum AccountKind {
  PRACTICE,
  PROFILE,
  ENDPOINT;

  /** The provider that fits when the user does not care. */
  ProviderKind usualProvider() {
    return switch (this) {
      case PRACTICE, ENDPOINT -> ProviderKind.BUNDLED;
      case PROFILE -> ProviderKind.OFFICIAL;
    };
  }
}
