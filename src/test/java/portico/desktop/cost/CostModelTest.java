package portico.desktop.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portico.cost.CapacityUnits.Dimension;
import portico.cost.Estimate;
import portico.cost.Prices;
import portico.cost.Standing;
import portico.desktop.fx.InlineBackground;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.testing.FakeOperations;
import portico.testing.Samples;

class CostModelTest {
  private static final Outcome DONE = new Outcome.Succeeded(new TreeMap<>(), Map.of());

  private final FakeOperations operations = new FakeOperations();
  private final CostModel model =
      new CostModel(
          operations,
          new InlineBackground(),
          () -> Samples.NOW.plusSeconds(3 * 3600 + 1),
          Prices.load());

  private void open() {
    model.open(Samples.deployed(Samples.NAME.value(), Samples.PROFILE));
  }

  private void ended(int number, OperationKind kind, Outcome outcome) {
    OperationId id = Samples.id(number);
    operations.add(Samples.request(id, kind));
    operations.finish(id, outcome);
  }

  private BigDecimal perHour() {
    return model.estimate().getValue().orElseThrow().perHour();
  }

  @Test
  void the_bill_names_what_is_charged() {
    open();

    assertThat(model.estimate().getValue().orElseThrow().items())
        .extracting(Estimate.Item::kind)
        .containsExactly(
            Estimate.Kind.LOAD_BALANCER,
            Estimate.Kind.CAPACITY_UNITS,
            Estimate.Kind.PUBLIC_ADDRESSES);
    assertThat(model.isPractice()).isFalse();
  }

  @Test
  void another_use_is_calculated_at_once() {
    open();
    BigDecimal demo = perHour();

    model.requestsProperty().set("60000");
    BigDecimal busy = perHour();
    model.streamedProperty().set(false);

    assertThat(busy).isGreaterThan(demo);
    assertThat(perHour()).isLessThan(busy);
  }

  @Test
  void slow_answers_are_charged_by_the_connections_that_they_keep_open() {
    open();
    model.streamedProperty().set(false);
    model.promptTokensProperty().set("0");
    model.answerTokensProperty().set("100");
    model.tokensPerSecondProperty().set("1");

    assertThat(deciding()).isEqualTo(Dimension.ACTIVE_CONNECTIONS);
    model.tokensPerSecondProperty().set("1000");
    model.newConnectionsProperty().set("100");
    assertThat(deciding()).isEqualTo(Dimension.NEW_CONNECTIONS);
  }

  private Dimension deciding() {
    return model.estimate().getValue().orElseThrow().units().deciding();
  }

  @Test
  void numbers_that_make_no_sense_make_no_bill() {
    open();
    for (String wrong : List.of("", "x", "-1")) {
      model.requestsProperty().set(wrong);
      assertThat(model.estimate().getValue()).as(wrong).isEmpty();
    }
    model.requestsProperty().set("6");
    model.tokensPerSecondProperty().set("0");
    assertThat(model.estimate().getValue()).isEmpty();
    model.tokensPerSecondProperty().set("30");
    model.newConnectionsProperty().set("101");
    assertThat(model.estimate().getValue()).isEmpty();
    model.newConnectionsProperty().set("100");
    assertThat(model.estimate().getValue()).isPresent();
  }

  @Test
  void what_was_spent_is_told_without_capacity_units_and_by_begun_hours() {
    ended(1, OperationKind.DEPLOY, DONE);
    open();

    CostModel.Spent spent = model.spent().getValue().orElseThrow();
    // 4 begun hours of 0.0225 for the load balancer and twice 0.005 for its addresses.
    assertThat(spent.dollars()).isEqualByComparingTo("0.13");
    assertThat(spent.since()).isEqualTo(Samples.NOW);
  }

  @Test
  void it_stands_since_the_first_success_after_the_last_destroy() {
    ended(1, OperationKind.DEPLOY, DONE);
    ended(2, OperationKind.DESTROY, DONE);
    assertThat(Standing.since(operations.history(Samples.NAME))).isEmpty();

    ended(3, OperationKind.DEPLOY, new Outcome.Cancelled(2));
    assertThat(Standing.since(operations.history(Samples.NAME))).isEmpty();
    ended(4, OperationKind.DEPLOY, DONE);
    ended(5, OperationKind.DEPLOY, DONE);

    assertThat(Standing.since(operations.history(Samples.NAME))).contains(Samples.NOW);
  }
}
