package portico.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.testing.FxAwait;
import portico.testing.Samples;
import portico.text.Message;

@ExtendWith(ApplicationExtension.class)
class WidgetTest {
  private static final String ARN = Samples.LOAD_BALANCER_ARN + "/" + "f".repeat(60);

  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper nameError = new ReadOnlyStringWrapper("");
  private final StringProperty port = new SimpleStringProperty("80");
  private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
  private final AtomicInteger retries = new AtomicInteger();
  private final List<ConfirmByName> confirm = new ArrayList<>();

  @Start
  void start(Stage stage) {
    confirm.add(new ConfirmByName("confirm", "llama"));
    Button covered = new Button("covered");
    covered.setId("covered");
    VBox all =
        new VBox(
            new FormField(
                "name",
                "Name",
                bound(new TextField(), name),
                "Up to 32 letters.",
                nameError.getReadOnlyProperty()),
            new FormField(
                "port", "Port", bound(new IntegerField(), port), "", new ReadOnlyStringWrapper("")),
            new CopyRow("dns", "DNS name", "lb.example.com"),
            new CopyRow("arn", "ARN", ARN),
            confirm.getFirst(),
            new FailureCard(
                "failure",
                new Message("It broke.", "2 resources exist.", "Do this."),
                Optional.of(retries::incrementAndGet)),
            new BusyOverlay(covered, "Reading", busy));
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Scene scene = new Scene(all, 600, 600);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static TextField bound(TextField field, StringProperty value) {
    field.textProperty().bindBidirectional(value);
    return field;
  }

  @Test
  void a_field_shows_its_help_until_there_is_an_error(FxRobot robot) {
    Label help = robot.lookup("#name-help").queryAs(Label.class);
    Label error = robot.lookup("#name-error").queryAs(Label.class);
    assertThat(help.isVisible()).isTrue();
    assertThat(error.isVisible()).isFalse();

    robot.interact(() -> nameError.set("This must not be empty."));
    assertThat(help.isVisible()).isFalse();
    assertThat(error.isVisible()).isTrue();
    assertThat(error.getText()).isEqualTo("This must not be empty.");
    assertThat(error.getGraphic()).as("state is never colour alone").isNotNull();
    assertThat(robot.lookup("#name").queryAs(TextField.class).getAccessibleHelp())
        .isEqualTo("This must not be empty.");
  }

  @Test
  void a_field_is_bound_in_both_directions_and_belongs_to_its_label(FxRobot robot) {
    robot.clickOn("#name").write("abc");
    assertThat(name.get()).isEqualTo("abc");
    robot.interact(() -> name.set("xyz"));

    assertThat(robot.lookup("#name").queryAs(TextField.class).getText()).isEqualTo("xyz");
    assertThat(robot.lookup("#name-label").queryAs(Label.class).getLabelFor())
        .isEqualTo(robot.lookup("#name").query());
  }

  @Test
  void an_integer_field_takes_digits_alone_and_counts_with_the_arrows(FxRobot robot) {
    robot.clickOn("#port").type(KeyCode.END).write("8x0-");
    assertThat(port.get()).isEqualTo("8080");
    robot.type(KeyCode.UP);
    assertThat(port.get()).isEqualTo("8081");
    robot.type(KeyCode.DOWN, 2);

    assertThat(port.get()).isEqualTo("8079");
  }

  @Test
  void an_integer_is_parsed_or_absent() {
    assertThat(IntegerField.parse("80")).isEqualTo(OptionalInt.of(80));
    assertThat(IntegerField.parse("")).isEmpty();
    assertThat(IntegerField.parse("9999999999")).isEmpty();
  }

  @Test
  void copying_puts_the_whole_value_on_the_clipboard_and_says_so(FxRobot robot) {
    robot.clickOn("#dns-copy");

    assertThat(robot.lookup("#dns-copy").queryAs(Button.class).getText()).isEqualTo("Copied");
    List<String> copied = new ArrayList<>();
    robot.interact(() -> copied.add(Clipboard.getSystemClipboard().getString()));
    assertThat(copied).containsExactly("lb.example.com");
    FxAwait.until(
        "the button rests again",
        () -> robot.lookup("#dns-copy").queryAs(Button.class).getText().isEmpty());
  }

  /** What stands on the screen for a row's value. */
  private static String seen(FxRobot robot, String id) {
    Label elided = (Label) robot.lookup(id).query().getParent().lookup(".copy-elided");
    return elided.isVisible() ? ((Text) elided.lookup(".text")).getText() : "the field";
  }

  @Test
  void a_value_that_does_not_fit_gives_way_in_its_middle(FxRobot robot) {
    assertThat(seen(robot, "#arn"))
        .startsWith("arn:aws:elastic")
        .contains("\u2026")
        .endsWith("fff");
    assertThat(seen(robot, "#dns")).isEqualTo("lb.example.com");
    assertThat(robot.lookup("#arn").queryAs(TextField.class).getTooltip().getText()).isEqualTo(ARN);

    robot.clickOn("#arn");

    assertThat(seen(robot, "#arn"))
        .as("in the field all of it can be selected")
        .isEqualTo("the field");
    assertThat(robot.lookup("#arn").query().getOpacity()).isEqualTo(1);
  }

  @Test
  void of_a_value_that_does_not_fit_all_is_copied(FxRobot robot) {
    robot.clickOn("#arn-copy");

    List<String> copied = new ArrayList<>();
    robot.interact(() -> copied.add(Clipboard.getSystemClipboard().getString()));
    assertThat(copied).containsExactly(ARN);
  }

  @Test
  void only_the_exact_name_confirms(FxRobot robot) {
    robot.clickOn("#confirm").write("llam");
    assertThat(confirm.getFirst().confirmedBinding().get()).isFalse();
    robot.write("a");
    assertThat(confirm.getFirst().confirmedBinding().get()).isTrue();
    robot.write("s");
    assertThat(confirm.getFirst().confirmedBinding().get()).isFalse();
  }

  @Test
  void a_failure_says_what_happened_what_exists_and_what_to_do(FxRobot robot) {
    assertThat(robot.lookup("#failure-what").queryAs(Label.class).getText()).isEqualTo("It broke.");
    assertThat(robot.lookup("#failure-resources").queryAs(Label.class).getText())
        .isEqualTo("2 resources exist.");
    assertThat(robot.lookup("#failure-next").queryAs(Label.class).getText()).isEqualTo("Do this.");
    robot.clickOn("#failure-retry");

    assertThat(retries).hasValue(1);
  }

  @Test
  void what_is_covered_while_busy_takes_no_input(FxRobot robot) {
    robot.interact(() -> busy.set(true));
    assertThat(robot.lookup("#covered").query().isDisabled()).isTrue();
    robot.interact(() -> busy.set(false));
    assertThat(robot.lookup("#covered").query().isDisabled()).isFalse();
  }

  @Test
  void the_bundled_fonts_are_known_by_name() {
    assertThat(Font.getFamilies()).contains("Inter", "JetBrains Mono");
  }
}
