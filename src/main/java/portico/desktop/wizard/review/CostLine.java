package portico.desktop.wizard.review;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import portico.catalog.CloudAccount;
import portico.cost.Estimate;
import portico.cost.Prices;
import portico.cost.Usage;
import portico.desktop.wizard.draft.Draft;
import portico.text.CostText;
import portico.text.Words;

/** What a draft would cost as a demo, in one line. */
final class CostLine {
  private final Prices prices = Prices.load();
  private final CostText text = new CostText(Words.core());

  /** Empty while the draft is incomplete. */
  ObservableValue<Optional<String>> of(ObservableValue<Optional<Draft>> draft) {
    return draft.map(now -> now.map(this::line));
  }

  private String line(Draft draft) {
    return text.inOneLine(
        Estimate.of(draft.spec(), Usage.DEMO, prices),
        draft.account().place().account() instanceof CloudAccount.Practice);
  }
}
