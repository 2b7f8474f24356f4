package portico.desktop.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.catalog.IpamPool;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.model.IpAddressType;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.Scheme;
import portico.operation.ProviderKind;
import portico.testing.Samples;

/** Where public IPv4 addresses come from: a choice only where there is one. */
class PoolFormTest {
  private static final IpamPool POOL = new IpamPool("ipam-pool-0a", "partners", "");

  private final WizardFixture fixture = new WizardFixture();
  private final ObjectProperty<Optional<AccountChoice>> account =
      new SimpleObjectProperty<>(Optional.of(in("us-west-2")));
  private final NetworkViewModel model =
      new NetworkViewModel(fixture.fakes.catalogs, new InlineBackground(), fixture.texts, account);

  private AccountChoice in(String region) {
    return new AccountChoice(
        new Place(Samples.PRACTICE, region), ProviderKind.BUNDLED, fixture.fakes.catalog.identity);
  }

  private void enter(IpamPool... pools) {
    fixture.fakes.catalog.ipamPools.addAll(List.of(pools));
    model.enter();
  }

  private Optional<String> decided() {
    return model.choice().getValue().flatMap(NetworkChoice::ipamPool);
  }

  private List<IpamPool> offered() {
    return model.pool().offer().getValue();
  }

  @Test
  void without_pools_there_is_nothing_to_choose() {
    enter();

    assertThat(offered()).isEmpty();
    assertThat(decided()).isEmpty();
  }

  @Test
  void aws_s_own_addresses_are_taken_until_a_pool_is_chosen() {
    enter(POOL);
    assertThat(offered()).containsExactly(POOL);
    assertThat(decided()).isEmpty();

    model.pool().choose(Optional.of("ipam-pool-0a"));
    assertThat(decided()).contains("ipam-pool-0a");

    model.pool().choose(Optional.empty());
    assertThat(decided()).isEmpty();
  }

  @Test
  void a_load_balancer_without_public_ipv4_gets_none_and_the_choice_comes_back() {
    enter(POOL);
    model.pool().choose(Optional.of("ipam-pool-0a"));

    model.chooseScheme(Scheme.INTERNAL);
    assertThat(offered()).isEmpty();
    assertThat(decided()).isEmpty();
    model.chooseScheme(Scheme.INTERNET_FACING);
    assertThat(decided()).contains("ipam-pool-0a");

    model.chooseAddresses(IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4);
    assertThat(offered()).isEmpty();
  }

  @Test
  void pools_that_may_not_be_read_stand_in_nobody_s_way() {
    fixture.fakes.catalog.failure =
        Optional.of(new CatalogFailure.AccessDenied("DescribeIpamPools", "no"));
    model.enter();

    assertThat(offered()).isEmpty();
  }

  @Test
  void the_pool_of_an_environment_stays_though_it_is_not_listed() {
    model.prefill(
        new LoadBalancerSpec(
            "lb",
            Scheme.INTERNET_FACING,
            IpAddressType.IPV4,
            WizardFixture.VPC,
            List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"),
            List.of(),
            LoadBalancerAttributes.AWS,
            Optional.empty(),
            Map.of(),
            Optional.of("ipam-pool-shared")));
    enter(POOL);

    assertThat(decided()).contains("ipam-pool-shared");
    assertThat(offered())
        .extracting(IpamPool::id)
        .containsExactly("ipam-pool-0a", "ipam-pool-shared");
  }

  @Test
  void a_pool_of_another_region_is_no_longer_chosen() {
    enter(POOL);
    model.pool().choose(Optional.of("ipam-pool-0a"));

    account.set(Optional.of(in("us-east-1")));
    model.enter();

    assertThat(decided()).isEmpty();
  }
}
