package portico.catalog;

import java.util.List;
import portico.model.CertificateNames;

/**
 * Requests certificates of ACM in one account and region, and proves by records in Route 53 that
 * their domains are the account's. Every method does I/O and blocks for at most a minute: never
 * call one on the FX thread. No method throws for anything a user can meet.
 */
public interface CertificateRequests extends AutoCloseable {
  /**
   * Requests a certificate whose names are proven by DNS records; it costs nothing. The same names
   * again within an hour are the same request.
   *
   * @return its ARN
   */
  Answer<String> request(CertificateNames names);

  /** How far the request has come. ACM tells the records some seconds after it. */
  Answer<RequestedCertificate> state(String arn);

  /** Where the account could write these records. */
  Answer<ValidationPlan> plan(List<ValidationRecord> records);

  /**
   * Writes the records, whatever the zone had under their names, which no one else has a use for. A
   * second time changes nothing.
   *
   * @return how many were written
   */
  Answer<Integer> write(List<ValidationPlan.Placed> records);

  /** Releases connections; later calls fail. */
  @Override
  void close();
}
