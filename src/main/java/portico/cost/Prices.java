package portico.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The price file that comes with Portico.
 *
 * @param date when the prices were taken
 * @param source where from
 * @param publicIpv4Hour for each public IPv4 address, of which an internet-facing load balancer has
 *     one or more in each zone
 * @param webAclMonth for an AWS WAF web ACL, without its rules and requests
 * @param regions by region code; not every region is there
 */
public record Prices(
    LocalDate date,
    String source,
    BigDecimal publicIpv4Hour,
    BigDecimal webAclMonth,
    Map<String, RegionPrices> regions) {
  /** Whose prices stand in for those of regions that are missing. */
  public static final String STAND_IN = "us-east-1";

  public Prices {
    regions = Map.copyOf(regions);
    if (!regions.containsKey(STAND_IN)) {
      throw new IllegalArgumentException("no prices of " + STAND_IN);
    }
  }

  /** Reads the file in the jar. */
  public static Prices load() {
    try (var stream = Prices.class.getResourceAsStream("prices.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("prices.yaml is not in the jar");
      }
      // All as text: a price must not pass through a binary fraction.
      Load load = new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build());
      return of(map(load.loadFromInputStream(stream)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Prices of(Map<?, ?> file) {
    Map<String, RegionPrices> regions = new LinkedHashMap<>();
    map(file.get("regions"))
        .forEach(
            (code, prices) ->
                regions.put(
                    code.toString(),
                    new RegionPrices(
                        number(map(prices), "loadBalancerHour"), number(map(prices), "lcuHour"))));
    return new Prices(
        LocalDate.parse(text(file, "date")),
        text(file, "source"),
        number(file, "publicIpv4Hour"),
        number(file, "webAclMonth"),
        regions);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException("not a map in prices.yaml");
  }

  private static String text(Map<?, ?> map, String key) {
    return Optional.ofNullable(map.get(key)).map(Object::toString).orElseThrow();
  }

  private static BigDecimal number(Map<?, ?> map, String key) {
    return new BigDecimal(text(map, key));
  }

  /** Whether the region's own prices are known. */
  public boolean knows(String region) {
    return regions.containsKey(region);
  }

  /** The region's prices; those of {@link #STAND_IN} when they are not known. */
  public RegionPrices of(String region) {
    return Optional.ofNullable(regions.get(region))
        .or(() -> Optional.ofNullable(regions.get(STAND_IN)))
        .orElseThrow();
  }
}
