package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** How much a resource holds: tags, and free addresses of a subnet. */
class SizeLimitTest extends QuotaScene {
  private static List<Tag> tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Tag.builder().key("k" + i).value("").build())
        .toList();
  }

  @Test
  void a_resource_has_room_for_50_tags() {
    assertThat(Refusal.codeOf(() -> simulation.balancer("demo", r -> r.tags(tags(51)))))
        .isEqualTo("TooManyTags");
    LoadBalancer made = simulation.balancer("demo", r -> r.tags(tags(49)));
    simulation.elb.addTags(r -> r.resourceArns(made.loadBalancerArn()).tags(tags(50)));

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.elb.addTags(
                        r -> r.resourceArns(made.loadBalancerArn()).tags(tags(51)))))
        .isEqualTo("TooManyTags");
  }

  @ParameterizedTest
  @CsvSource({"128, 256, true", "129, 1, false", "1, 257, false", "0, 1, false"})
  void tags_have_keys_of_1_to_128_and_values_of_0_to_256_characters(
      int key, int value, boolean accepted) {
    Tag tag = Tag.builder().key("k".repeat(key)).value("v".repeat(value)).build();
    Runnable request = () -> simulation.balancer("demo", r -> r.tags(tag));

    if (accepted) {
      request.run();
    } else {
      assertThat(Refusal.codeOf(request)).isEqualTo("ValidationError");
    }
  }

  @Test
  void a_subnet_needs_8_free_addresses_and_7_are_not_enough() {
    simulation.ec2.describeVpcs();
    String subnet = simulation.subnet("ml-platform-public-a");
    arrange(region -> leave(region, subnet, 8));
    LoadBalancer made = simulation.balancer("eight", _ -> {});
    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(made.loadBalancerArn()));
    arrange(region -> leave(region, subnet, 7));

    assertThat(Refusal.codeOf(() -> simulation.balancer("seven", _ -> {})))
        .isEqualTo("InvalidSubnet");
  }

  private static void leave(RegionState region, String id, int free) {
    region
        .subnets()
        .computeIfPresent(
            id,
            (_, old) ->
                new Subnet(
                    id,
                    old.vpcId(),
                    old.zone(),
                    old.cidr(),
                    old.ipv6Cidr(),
                    free,
                    old.publicAddresses(),
                    old.zoneDefault(),
                    old.tags()));
  }
}
