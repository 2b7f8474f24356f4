package portico.practice.provider;

/**
 * Two ARNs that are together the id of a tie between two things; AWS has no id for it.
 *
 * @param separator between the two
 */
record ArnPair(String first, String separator, String second) {

  /**
   * @param form how the id is written, with what it is an id of: {@code a web ACL association, <web
   *     ACL ARN>,<resource ARN>}
   */
  static ArnPair parse(String id, String separator, String form) {
    int at = id.indexOf(separator + "arn:");
    if (at < 0) {
      throw new Refusal(Refusal.Why.FAILED, "not an id of " + form + ": " + id);
    }
    return new ArnPair(id.substring(0, at), separator, id.substring(at + separator.length()));
  }

  String id() {
    return first + separator + second;
  }
}
