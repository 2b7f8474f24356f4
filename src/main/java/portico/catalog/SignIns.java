package portico.catalog;

/**
 * What a person does to get credentials: signs in at IAM Identity Center, or types the code of an
 * MFA device. What comes of it is kept where AWS's own tools keep it, so that the worker, the
 * command line and the AWS CLI have it too. No method throws for anything a user can meet. All may
 * block: never call one on the FX thread.
 */
public interface SignIns {
  /** What the account's profile needs of a person. Reads the AWS files and nothing else. */
  SignInNeeds needs(CloudAccount account);

  /**
   * Signs in at IAM Identity Center. Returns when the person has confirmed the code in a browser,
   * has refused or given up, or when the code is over, after 15 minutes at the latest.
   */
  SignInAnswer inBrowser(CloudAccount account, SignInWatch watch);

  /**
   * Assumes the account's role with the code of its MFA device; blocks for at most half a minute.
   *
   * @param region where the role is assumed, unless the profile names another
   * @param code six digits
   */
  SignInAnswer withCode(CloudAccount account, String region, String code);
}
