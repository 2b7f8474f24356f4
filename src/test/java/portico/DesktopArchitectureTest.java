package portico;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import org.junit.jupiter.api.Test;

/** What the parts of the desktop know of each other and of JavaFX. */
class DesktopArchitectureTest extends ArchitectureScene {
  private static final String[] FEATURES = {
    "portico.desktop.wizard..",
    "portico.desktop.environments..",
    "portico.desktop.progress..",
    "portico.desktop.result..",
    "portico.desktop.map..",
    "portico.desktop.cost..",
    "portico.desktop.export..",
    "portico.desktop.proof..",
    "portico.desktop.destroy..",
    "portico.desktop.sweep.."
  };

  @Test
  void only_desktop_fx_hands_work_to_the_fx_thread() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("portico.desktop.fx..")
            .should()
            .accessTargetWhere(
                describe("it is Platform.runLater", DesktopArchitectureTest::isRunLater))
            .because(
                "view models get a Background; tests run it inline, and nothing else can race"));
  }

  private static boolean isRunLater(JavaAccess<?> access) {
    return access.getTargetOwner().getName().equals("javafx.application.Platform")
        && access.getName().equals("runLater");
  }

  @Test
  void view_models_know_no_scene() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("a view model is tested in milliseconds, without a toolkit"));
  }

  @Test
  void features_of_the_desktop_never_import_each_other() {
    check(
        slices()
            .matching(
                "portico.desktop.(wizard|environments|progress|result|destroy|map|proof|sweep)..")
            .should()
            .notDependOnEachOther()
            .because("what they share is in fx, widget and text, and app.Navigation leads over"));
  }

  @Test
  void the_frame_of_the_desktop_knows_no_feature() {
    check(
        noClasses()
            .that()
            .resideInAPackage("portico.desktop.app..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(FEATURES).or(resideInAnyPackage("portico.desktop")))
            .because("features are plugged into it: it is what they may all know"));
  }

  @Test
  void features_of_the_desktop_do_not_know_how_they_are_wired() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .dependOnClassesThat(resideInAnyPackage("portico.desktop"))
            .because("wiring knows all of them; knowing it is knowing all of them"));
  }

  @Test
  void shared_parts_of_the_desktop_know_no_feature() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "portico.desktop.fx..", "portico.desktop.widget..", "portico.desktop.text..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(FEATURES).or(resideInAnyPackage("portico.desktop.app..")))
            .because("they are below the features"));
  }
}
