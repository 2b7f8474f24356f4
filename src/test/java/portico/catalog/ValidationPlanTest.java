package portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import portico.catalog.ValidationPlan.Placed;

/** Which zone a record goes to. */
class ValidationPlanTest {
  private static final HostedZone EXAMPLE = new HostedZone("Z1", "example.com", false);
  private static final HostedZone ML = new HostedZone("Z2", "ml.example.com", false);
  private static final HostedZone INSIDE = new HostedZone("Z3", "api.ml.example.com", true);

  private static ValidationRecord record(String domain) {
    return new ValidationRecord("_ab." + domain + ".", "CNAME", "_cd.acm-validations.aws.");
  }

  @Test
  void the_longest_public_zone_that_fits_takes_it() {
    ValidationRecord record = record("api.ml.example.com");

    assertThat(ValidationPlan.of(List.of(record), List.of(EXAMPLE, ML, INSIDE)).writable())
        .containsExactly(new Placed(ML, record));
  }

  @Test
  void a_zone_of_another_domain_does_not() {
    ValidationRecord other = record("notexample.com");
    ValidationRecord own = record("EXAMPLE.com");

    ValidationPlan plan = ValidationPlan.of(List.of(other, own), List.of(EXAMPLE, INSIDE));
    assertThat(plan.writable()).containsExactly(new Placed(EXAMPLE, own));
    assertThat(plan.elsewhere()).containsExactly(other);
  }
}
