package portico.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import portico.model.EnvironmentSpec;
import portico.model.Scheme;

/**
 * What an environment costs an hour, by what is charged. Without the traffic out of AWS, and
 * without the instances behind it.
 *
 * @param items in the order of a bill
 * @param units what the use comes to
 * @param ownRegion whether the region's own prices were known
 */
public record Estimate(List<Item> items, CapacityUnits units, boolean ownRegion) {
  /** As AWS counts: 365 days of 24 hours by twelve. */
  public static final int HOURS_PER_MONTH = 730;

  public Estimate {
    items = List.copyOf(items);
  }

  /** What is charged for. */
  public enum Kind {
    LOAD_BALANCER,
    CAPACITY_UNITS,
    PUBLIC_ADDRESSES,
    WEB_ACL
  }

  /**
   * One line of the bill.
   *
   * @param count how many, such as addresses or capacity units
   * @param perHour US dollars for all of them
   */
  public record Item(Kind kind, double count, BigDecimal perHour) {
    /** US dollars a month, to the cent. */
    public BigDecimal perMonth() {
      return month(perHour);
    }
  }

  /** Estimates an environment under that use. */
  public static Estimate of(EnvironmentSpec spec, Usage usage, Prices prices) {
    RegionPrices region = prices.of(spec.region());
    CapacityUnits units = CapacityUnits.of(usage, spec);
    List<Item> items = new ArrayList<>();
    items.add(new Item(Kind.LOAD_BALANCER, 1, region.loadBalancerHour()));
    items.add(
        new Item(
            Kind.CAPACITY_UNITS,
            units.charged(),
            region.lcuHour().multiply(BigDecimal.valueOf(units.charged()), MathContext.DECIMAL64)));
    if (hasPublicIpv4(spec)) {
      // AWS gives one to each node, and there is at least one node in each zone.
      int addresses = spec.loadBalancer().subnetIds().size();
      items.add(
          new Item(
              Kind.PUBLIC_ADDRESSES,
              addresses,
              prices.publicIpv4Hour().multiply(BigDecimal.valueOf(addresses))));
    }
    if (spec.loadBalancer().webAclArn().isPresent()) {
      items.add(
          new Item(
              Kind.WEB_ACL,
              1,
              prices
                  .webAclMonth()
                  .divide(BigDecimal.valueOf(HOURS_PER_MONTH), MathContext.DECIMAL64)));
    }
    return new Estimate(items, units, prices.knows(spec.region()));
  }

  private static boolean hasPublicIpv4(EnvironmentSpec spec) {
    return spec.loadBalancer().scheme() == Scheme.INTERNET_FACING
        && switch (spec.loadBalancer().ipAddressType()) {
          case IPV4, DUALSTACK -> true;
          case DUALSTACK_WITHOUT_PUBLIC_IPV4 -> false;
        };
  }

  /** US dollars an hour. */
  public BigDecimal perHour() {
    return items.stream().map(Item::perHour).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Without the capacity units: what it costs though nobody uses it. */
  public Estimate unused() {
    return new Estimate(
        items.stream().filter(each -> each.kind() != Kind.CAPACITY_UNITS).toList(),
        new CapacityUnits(0, 0, 0, 0),
        ownRegion);
  }

  /** US dollars a month, to the cent. */
  public BigDecimal perMonth() {
    return month(perHour());
  }

  private static BigDecimal month(BigDecimal perHour) {
    return perHour.multiply(BigDecimal.valueOf(HOURS_PER_MONTH)).setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * US dollars for the time that an environment has stood, to the cent: AWS charges begun hours
   * whole.
   *
   * @param age since it was made; negative counts as nothing
   */
  public BigDecimal soFar(Duration age) {
    long hours = age.isNegative() ? 0 : age.plusHours(1).minusNanos(1).toHours();
    return perHour().multiply(BigDecimal.valueOf(hours)).setScale(2, RoundingMode.HALF_UP);
  }
}
