package portico.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.model.EnvironmentSpec;
import portico.model.IpAddressType;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.Scheme;
import portico.model.SpecDefaults;

class EstimateTest {
  private static final Prices PRICES = Prices.load();
  private static final Usage IDLE = new Usage(0, 0, 0, 1, false, 0);
  private static final EnvironmentSpec SMALLEST =
      SpecDefaults.smallest(
          "us-west-2",
          "vpc-0123456789abcdef0",
          List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"),
          List.of("203.0.113.7/32"));

  @Test
  void an_idle_public_load_balancer_costs_its_hour_and_its_addresses() {
    Estimate estimate = Estimate.of(SMALLEST, IDLE, PRICES);

    assertThat(estimate.perHour()).isEqualByComparingTo("0.0325");
    assertThat(estimate.perMonth()).isEqualByComparingTo("23.73");
    assertThat(estimate.ownRegion()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "INTERNET_FACING, IPV4, 2",
    "INTERNET_FACING, DUALSTACK, 2",
    "INTERNET_FACING, DUALSTACK_WITHOUT_PUBLIC_IPV4, 0",
    "INTERNAL, IPV4, 0"
  })
  void public_addresses_are_counted_by_zone(Scheme scheme, IpAddressType type, int addresses) {
    Estimate estimate = Estimate.of(with(scheme, type, Optional.empty()), IDLE, PRICES);

    assertThat(
            estimate.items().stream()
                .filter(item -> item.kind() == Estimate.Kind.PUBLIC_ADDRESSES)
                .mapToDouble(Estimate.Item::count)
                .sum())
        .isEqualTo(addresses);
  }

  @Test
  void a_web_acl_adds_its_month() {
    BigDecimal without =
        Estimate.of(with(Scheme.INTERNAL, IpAddressType.IPV4, Optional.empty()), IDLE, PRICES)
            .perMonth();
    BigDecimal with =
        Estimate.of(
                with(Scheme.INTERNAL, IpAddressType.IPV4, Optional.of("arn:aws:wafv2:x")),
                IDLE,
                PRICES)
            .perMonth();

    assertThat(with.subtract(without)).isEqualByComparingTo("5.00");
  }

  @ParameterizedTest
  @CsvSource({
    // 1,500 requests a minute, all on new connections: 25 a second.
    "1500, 0, 0, 1, false, 1.0, newConnections",
    // 6,000 a minute that take 30 s each: 3,000 at a time.
    "6000, 0, 30, 1, false, 0.0, activeConnections"
  })
  void one_unit_is_what_aws_says(
      double perMinute,
      int prompt,
      int answer,
      double speed,
      boolean streamed,
      double fresh,
      String dimension) {
    CapacityUnits units =
        CapacityUnits.of(new Usage(perMinute, prompt, answer, speed, streamed, fresh), SMALLEST);

    assertThat(
            dimension.equals("newConnections") ? units.newConnections() : units.activeConnections())
        .isCloseTo(1.0, within(1e-9));
  }

  @Test
  void streams_take_more_bytes_than_whole_answers() {
    CapacityUnits streamed = CapacityUnits.of(new Usage(600, 500, 300, 30, true, 0.1), SMALLEST);
    CapacityUnits whole = CapacityUnits.of(new Usage(600, 500, 300, 30, false, 0.1), SMALLEST);

    assertThat(streamed.processedBytes()).isGreaterThan(10 * whole.processedBytes());
    assertThat(streamed.charged()).isEqualTo(streamed.processedBytes());
  }

  @Test
  void begun_hours_count_whole() {
    Estimate estimate = Estimate.of(SMALLEST, IDLE, PRICES);

    assertThat(estimate.soFar(Duration.ofMinutes(-1))).isEqualByComparingTo("0");
    assertThat(estimate.soFar(Duration.ofSeconds(1))).isEqualByComparingTo("0.03");
    assertThat(estimate.soFar(Duration.ofHours(10))).isEqualByComparingTo("0.33");
    assertThat(estimate.soFar(Duration.ofHours(10).plusSeconds(1))).isEqualByComparingTo("0.36");
  }

  @Test
  void regions_without_prices_of_their_own_are_said_to_be_estimated() {
    EnvironmentSpec elsewhere =
        SpecDefaults.smallest(
            "af-south-1",
            "vpc-0123456789abcdef0",
            SMALLEST.loadBalancer().subnetIds(),
            List.of("203.0.113.7/32"));
    Estimate estimate = Estimate.of(elsewhere, IDLE, PRICES);

    assertThat(estimate.ownRegion()).isFalse();
    assertThat(estimate.perHour())
        .isEqualByComparingTo(Estimate.of(SMALLEST, IDLE, PRICES).perHour());
  }

  @Test
  void the_price_file_says_when_and_where_from() {
    assertThat(PRICES.date()).isAfterOrEqualTo("2026-11-01");
    assertThat(PRICES.source()).contains("aws.amazon.com");
    assertThat(PRICES.regions())
        .allSatisfy(
            (region, prices) -> {
              assertThat(region).matches("[a-z]{2}-[a-z]+-\\d");
              assertThat(prices.loadBalancerHour())
                  .isBetween(new BigDecimal("0.02"), new BigDecimal("0.05"));
              assertThat(prices.lcuHour())
                  .isBetween(new BigDecimal("0.005"), new BigDecimal("0.02"));
            });
  }

  @ParameterizedTest
  @CsvSource({"-1, 1, 0", "1, 0, 0", "1, 1, 1.1", "1, 1, -0.1"})
  void a_use_that_cannot_be_is_refused(double perMinute, double speed, double fresh) {
    assertThatThrownBy(() -> new Usage(perMinute, 1, 1, speed, true, fresh))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EnvironmentSpec with(Scheme scheme, IpAddressType type, Optional<String> acl) {
    LoadBalancerSpec balancer = SMALLEST.loadBalancer();
    return new EnvironmentSpec(
        SMALLEST.region(),
        SMALLEST.service(),
        new LoadBalancerSpec(
            balancer.name(),
            scheme,
            type,
            balancer.vpcId(),
            balancer.subnetIds(),
            List.of(),
            LoadBalancerAttributes.AWS,
            acl,
            Map.of()),
        SMALLEST.targetGroups(),
        SMALLEST.listeners(),
        SMALLEST.access(),
        Map.of());
  }
}
