package portico.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import portico.model.EnvironmentName;
import portico.operation.OperationId;
import portico.testing.Samples;

class ShellTest {
  private final List<String> log = new ArrayList<>();
  private final Shell shell = new Shell(new RecordingScreens(), screen("first"));

  private Screen screen(String name) {
    return new Screen() {
      private final Region node = new Region();

      @Override
      public Node node() {
        return node;
      }

      @Override
      public void shown() {
        log.add("+" + name);
      }

      @Override
      public void hidden() {
        log.add("-" + name);
      }

      @Override
      public void refresh() {
        log.add("r" + name);
      }
    };
  }

  private final class RecordingScreens implements Screens {
    @Override
    public Screen wizard(Optional<WizardStart> start, Navigation navigation) {
      return screen("wizard" + start.map(ShellTest::told).orElse(""));
    }

    @Override
    public Screen environments(Optional<EnvironmentName> chosen, Navigation navigation) {
      return screen("environments");
    }

    @Override
    public Screen operation(OperationId id, Navigation navigation) {
      return screen("operation");
    }

    @Override
    public Screen result(EnvironmentName name, Navigation navigation) {
      return screen("result");
    }

    @Override
    public Screen destroy(EnvironmentName name, Navigation navigation) {
      return screen("destroy");
    }

    @Override
    public Screen leftovers(Navigation navigation) {
      return screen("leftovers");
    }
  }

  private static String told(WizardStart start) {
    return switch (start) {
      case WizardStart.Change change -> " " + change.name();
      case WizardStart.Twin twin -> " like " + twin.found().balancer().name();
    };
  }

  @Test
  void a_screen_that_goes_is_told_before_the_next_one_comes() {
    shell.showEnvironments();
    shell.showResult(Samples.NAME);

    assertThat(log).containsExactly("-first", "+environments", "-environments", "+result");
  }

  @Test
  void a_half_filled_wizard_is_kept_while_the_user_looks_elsewhere() {
    shell.startWizard();
    Screen wizard = shell.screenProperty().get();
    shell.showEnvironments();
    shell.startWizard();

    assertThat(shell.screenProperty().get()).isSameAs(wizard);
    assertThat(shell.sectionProperty().get()).isEqualTo(Shell.Section.WIZARD);
  }

  @Test
  void a_wizard_that_started_an_operation_is_not_kept() {
    shell.startWizard();
    Screen wizard = shell.screenProperty().get();
    shell.showOperation(Samples.id(1));
    shell.startWizard();

    assertThat(shell.screenProperty().get()).isNotSameAs(wizard);
  }

  @Test
  void looking_at_another_operation_does_not_cost_the_half_filled_wizard() {
    shell.startWizard();
    Screen wizard = shell.screenProperty().get();
    shell.showEnvironments();
    shell.showOperation(Samples.id(1));
    shell.startWizard();

    assertThat(shell.screenProperty().get()).isSameAs(wizard);
  }

  @Test
  void a_new_wizard_gives_the_half_filled_one_up() {
    shell.startWizard();
    Screen wizard = shell.screenProperty().get();
    shell.startNewWizard();

    assertThat(shell.screenProperty().get()).isNotSameAs(wizard);
  }

  @Test
  void a_wizard_can_begin_with_an_environment() {
    shell.startWizardFrom(Samples.NAME, Samples.spec(), Samples.PRACTICE);

    assertThat(log).containsExactly("-first", "+wizard llama-staging");
  }

  @Test
  void refresh_goes_to_the_screen_in_view() {
    shell.showEnvironments();
    shell.refresh();

    assertThat(log).last().isEqualTo("renvironments");
  }
}
