package portico.desktop.wizard.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import portico.catalog.Vpc;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.AccountRules;
import portico.model.IpTarget;
import portico.model.Ipv4Network;

/**
 * Addresses as text, one in a line, such as {@code 10.0.1.5}, {@code 10.0.1.5:8001} or {@code
 * 10.9.0.4:8001 all}: a list from elsewhere can be pasted.
 */
public final class IpTargetsForm {
  private record Line(int number, String text) {}

  private static final Pattern FORM = Pattern.compile("([^\\s:]+)(?::(\\d{1,9}))?(?:\\s+(\\S+))?");

  private final Texts texts;
  private final GroupChecks checks;
  private final Field text;
  private final StringBinding summary;
  private final StringBinding remark;

  /**
   * @param network whose VPC tells which addresses need a zone
   */
  IpTargetsForm(Texts texts, GroupChecks checks, ObservableValue<Optional<NetworkChoice>> network) {
    this.texts = texts;
    this.checks = checks;
    text =
        new Field(
            "wizard-target-addresses", texts.get("targets.addresses"), this::fault, checks.found());
    summary = Bindings.createStringBinding(this::currentSummary, text.textProperty());
    remark =
        Bindings.createStringBinding(
            () -> network.getValue().map(now -> remark(now.vpc())).orElse(""),
            text.textProperty(),
            network);
  }

  /** All the lines. */
  public Field text() {
    return text;
  }

  /** How many addresses there are. */
  public ObservableValue<String> summary() {
    return summary;
  }

  /** Which addresses outside the VPC lack a zone; empty when none does. */
  public ObservableValue<String> remark() {
    return remark;
  }

  void prefill(List<IpTarget> targets) {
    text.prefill(targets.stream().map(IpTargetsForm::line).collect(Collectors.joining("\n")));
  }

  /** The targets of all lines that have the form of one. */
  List<IpTarget> targets() {
    return lines(text.text()).stream().flatMap(line -> parse(line.text()).stream()).toList();
  }

  private static String line(IpTarget target) {
    String port = target.port().isPresent() ? ":" + target.port().getAsInt() : "";
    return target.address() + port + target.zone().map(zone -> " " + zone).orElse("");
  }

  private static List<Line> lines(String typed) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : typed.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        lines.add(new Line(number, line.strip()));
      }
    }
    return lines;
  }

  private static Optional<IpTarget> parse(String line) {
    Matcher matcher = FORM.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    OptionalInt port =
        Optional.ofNullable(matcher.group(2)).map(Field::number).orElseGet(OptionalInt::empty);
    return Optional.of(new IpTarget(matcher.group(1), port, Optional.ofNullable(matcher.group(3))));
  }

  /** The first line of no form, else the first whose target breaks a rule. */
  private Optional<String> fault(String typed) {
    List<Line> lines = lines(typed);
    return lines.stream()
        .filter(line -> parse(line.text()).isEmpty())
        .findFirst()
        .map(line -> texts.get("targets.addresses.form", line.number(), line.text()))
        .or(
            () ->
                checks
                    .wrongTarget()
                    .filter(index -> index < lines.size())
                    .map(
                        index ->
                            texts.get(
                                "targets.addresses.line",
                                lines.get(index).number(),
                                checks.within("targets[" + index + "]").orElse(""))));
  }

  private String currentSummary() {
    int count = targets().size();
    return switch (count) {
      case 0 -> texts.get("targets.addresses.none");
      case 1 -> texts.get("targets.addresses.one");
      default -> texts.get("targets.addresses.count", count);
    };
  }

  private String remark(Vpc vpc) {
    List<Ipv4Network> networks =
        vpc.cidrs().stream().flatMap(cidr -> Ipv4Network.parse(cidr).stream()).toList();
    List<String> outside =
        targets().stream()
            .filter(target -> AccountRules.lacksZone(target, networks))
            .map(IpTarget::address)
            .toList();
    String all = String.join(", ", vpc.cidrs());
    return switch (outside.size()) {
      case 0 -> "";
      case 1 -> texts.get("targets.addresses.outside.one", outside.getFirst(), all);
      default -> texts.get("targets.addresses.outside", outside.size(), outside.getFirst(), all);
    };
  }
}
