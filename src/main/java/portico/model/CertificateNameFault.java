package portico.model;

/** Why ACM would refuse a name in a request for a certificate (API_RequestCertificate). */
public enum CertificateNameFault {
  MISSING,
  /** More than 253 characters. */
  TOO_LONG,
  /** More than 64 characters as the first name, which stands in the certificate's subject. */
  FIRST_TOO_LONG,
  /** An asterisk that is not the whole leftmost label. */
  WILDCARD_PLACE,
  /** Not labels of letters, digits and hyphens with dots between them. */
  FORM
}
