package portico.catalog;

import java.util.List;

/** Opens catalogues, and knows which profiles this machine's AWS config holds. */
public interface Catalogs {
  /**
   * A catalogue of the account in the region. Opening does no I/O; wrong credentials show in the
   * first answer.
   */
  Catalog open(CloudAccount account, String region);

  /** Requests for certificates in the account and region; opening does no I/O. */
  CertificateRequests certificates(CloudAccount account, String region);

  /**
   * Profile names in the user's AWS config and credentials files, in file order; empty without
   * files.
   */
  List<AwsProfile> profiles();
}
