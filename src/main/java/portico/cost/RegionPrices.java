package portico.cost;

import java.math.BigDecimal;

/**
 * Prices of one region in US dollars.
 *
 * @param loadBalancerHour for each hour or part of one
 * @param lcuHour for each load balancer capacity unit in use through an hour
 */
public record RegionPrices(BigDecimal loadBalancerHour, BigDecimal lcuHour) {}
