package portico.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import portico.cost.CapacityUnits;
import portico.cost.Estimate;
import portico.cost.Prices;

/** What is said of costs. */
public final class CostText {
  private final Words words;

  public CostText(Words words) {
    this.words = words;
  }

  /** One line of the bill. */
  public String of(Estimate.Item item) {
    return switch (item.kind()) {
      case LOAD_BALANCER -> words.get("cost.item.load-balancer");
      case CAPACITY_UNITS -> words.get("cost.item.units", units(item.count()));
      case PUBLIC_ADDRESSES ->
          item.count() == 1
              ? words.get("cost.item.address")
              : words.get("cost.item.addresses", Math.round(item.count()));
      case WEB_ACL -> words.get("cost.item.web-acl");
    };
  }

  /** The dimension that AWS charges, such as "processed bytes: 0.03 LCU". */
  public String deciding(CapacityUnits units) {
    String charged = units(units.charged());
    return switch (units.deciding()) {
      case NEW_CONNECTIONS -> words.get("cost.decides.connections", charged);
      case ACTIVE_CONNECTIONS -> words.get("cost.decides.active", charged);
      case PROCESSED_BYTES -> words.get("cost.decides.bytes", charged);
      case RULE_EVALUATIONS -> words.get("cost.decides.rules", charged);
    };
  }

  /** In words for people: an amount to the cent, such as {@code $16.43}. */
  public static String cents(BigDecimal dollars) {
    return "$" + dollars.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** An amount for an hour, such as {@code $0.0375}. */
  public static String fine(BigDecimal dollars) {
    return "$" + dollars.setScale(4, RoundingMode.HALF_UP).toPlainString();
  }

  /** Capacity units with as many digits as say something. */
  public static String units(double units) {
    return String.format(Locale.ENGLISH, units < 0.1 ? "%.4f" : "%.2f", units);
  }

  /** What an environment would cost as a demo, in one line. */
  public String inOneLine(Estimate estimate, boolean practice) {
    String month = cents(estimate.perMonth());
    String hour = fine(estimate.perHour());
    return practice
        ? words.get("cost.line.practice", month, hour)
        : words.get("cost.line", month, hour);
  }

  /** That practice is free. */
  public String practice() {
    return words.get("cost.practice");
  }

  /** What has been spent, of which only the fixed part is known. */
  public String soFar(BigDecimal dollars, String since, boolean practice) {
    return practice
        ? words.get("cost.so-far.practice", cents(dollars), since)
        : words.get("cost.so-far", cents(dollars), since);
  }

  /** Where the prices come from, and what is not in them. */
  public List<String> notes(Estimate estimate, Prices prices, String region) {
    List<String> notes = new ArrayList<>();
    if (!estimate.ownRegion()) {
      notes.add(words.get("cost.stand-in", region, Prices.STAND_IN));
    }
    notes.add(words.get("cost.without"));
    notes.add(words.get("cost.source", prices.date(), prices.source()));
    return notes;
  }
}
