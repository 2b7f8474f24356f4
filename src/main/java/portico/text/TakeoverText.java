package portico.text;

import portico.catalog.TakeoverRemark;

/** What a spec read from an existing load balancer does not say, and what becomes of it. */
public final class TakeoverText {
  private final Words words;

  public TakeoverText(Words words) {
    this.words = words;
  }

  public String of(TakeoverRemark remark) {
    return words.get("takeover." + remark.kind().name(), remark.facts().toArray());
  }

  /** A heading for remarks of that weight. */
  public String of(TakeoverRemark.Weight weight) {
    return words.get("takeover.weight." + weight.name());
  }
}
