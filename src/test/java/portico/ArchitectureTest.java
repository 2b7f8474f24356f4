package portico;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The borders between the packages, each with its reason. */
class ArchitectureTest extends ArchitectureScene {
  private static final String[] ADAPTERS = {
    "portico.engine..",
    "portico.practice..",
    "portico.catalog.aws..",
    "portico.program..",
    "portico.proof.http.."
  };

  @Test
  void the_classes_are_found() {
    assertThat(production.contain(Main.class)).isTrue();
    assertThat(production.contain("portico.model.SpecRules")).isTrue();
    assertThat(production.contain(ArchitectureTest.class)).isFalse();
  }

  // --- The core: ports ---------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "portico.model, ''",
    "portico.proof, portico.model",
    "portico.probe, portico.model portico.proof",
    "portico.catalog, portico.model",
    "portico.operation, portico.model portico.catalog",
    "portico.environment, portico.model portico.catalog portico.operation",
    "portico.preflight, portico.model portico.catalog portico.operation",
    "portico.cost, portico.model portico.operation org.snakeyaml..",
    "portico.doctor, portico.model portico.catalog portico.preset",
    "portico.text,"
        + " portico.model portico.catalog portico.operation portico.environment portico.preflight"
        + " portico.doctor portico.proof portico.probe portico.cost",
    "portico.service,"
        + " portico.model portico.catalog portico.operation portico.environment portico.probe"
        + " portico.proof"
  })
  void a_port_knows_only_the_ports_below_it(String port, String below) {
    String allowed = "java.. org.jspecify.. " + port + " " + below;
    check(
        classes()
            .that()
            .resideInAPackage(port)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(allowed.strip().split(" +")))
            .because(
                "dependencies point down the list of ports, and a port that names a library, an"
                    + " adapter or a toolkit cannot be faked in a test"));
  }

  @ParameterizedTest
  @CsvSource({
    "portico.model.., portico.model..",
    "portico.export.., portico.export.. portico.model..",
    "portico.operation.., portico.operation.. portico.model.. portico.catalog",
    "portico.environment..,"
        + " portico.environment.. portico.operation.. portico.model.. portico.catalog",
    "portico.proof.., portico.proof.. portico.model..",
    "portico.practice.aws.., portico.practice.aws.."
  })
  void what_stands_behind_a_port_knows_no_more_of_portico(String packages, String known) {
    check(
        classes()
            .that()
            .resideInAPackage(packages)
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage("portico..").or(resideInAnyPackage(known.split(" +"))))
            .because(
                "an implementation beside its port may use libraries, but the simulated AWS must be"
                    + " no friendlier to Portico than AWS, and a journal reader no wiser than the"
                    + " journal"));
  }

  // --- Who may use what --------------------------------------------------------------------------

  @Test
  void desktop_and_command_line_never_name_an_adapter() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("portico.desktop..", "portico.cli..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(ADAPTERS)
                    .or(resideInAnyPackage("software.amazon.awssdk..", "com.pulumi..")))
            .because("they work with the ports they are given; the wiring chooses the adapters"));
  }

  @Test
  void nothing_but_the_entry_point_knows_desktop_and_command_line() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("portico", "portico.desktop..", "portico.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("portico.desktop..", "portico.cli..")
            .because("the core works without a display and without a terminal"));
  }

  @ParameterizedTest
  @CsvSource({
    "com.pulumi.automation.., portico.engine..",
    "com.pulumi.., portico.engine.. portico.program..",
    "pulumirpc.., portico.engine.. portico.practice.provider..",
    "software.amazon.awssdk.., portico.engine.. portico.catalog.aws.. portico.practice.provider..",
    "javafx.., portico.desktop..",
    "picocli.., portico portico.cli..",
    "io.vertx.., portico.practice.aws.data..",
    "org.bouncycastle.., portico.practice.aws.data.."
  })
  void a_library_is_used_in_one_place(String library, String users) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(users.split(" +"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because(
                "a library's types, exceptions and faults are met once, in the adapter written for"
                    + " it"));
  }

  // --- Everywhere --------------------------------------------------------------------------------

  @Test
  void top_level_packages_have_no_cycles() {
    check(
        slices()
            .matching("portico.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package in a cycle can be understood only with all others of it"));
  }

  @Test
  void only_command_line_entry_point_and_worker_write_to_the_standard_streams() {
    check(
        noClasses()
            .that(not(isEntryPoint()))
            .and()
            .resideOutsideOfPackage("portico.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("what users are told is a value, and a window has no terminal"));
  }

  private static DescribedPredicate<JavaClass> isEntryPoint() {
    return nameStartingWith(Main.class.getName())
        .<JavaClass>forSubtype()
        .or(resideInAnyPackage("portico.engine..").and(isNamedWorker()));
  }

  private static DescribedPredicate<JavaClass> isNamedWorker() {
    return describe("are named Worker...", type -> type.getSimpleName().startsWith("Worker"));
  }

  @Test
  void java_util_logging_is_named_only_where_a_library_must_be_quietened() {
    check(
        noClasses()
            .that(not(isEntryPoint()))
            .and()
            .resideOutsideOfPackages("portico.engine..", "portico.cli..")
            .and()
            .doNotHaveFullyQualifiedName("portico.desktop.ToolkitLog")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because(
                "System.Logger leaves the choice open; the engine adapter must slow down a busy"
                    + " loop of the automation library, which only its logger can reach, and the"
                    + " window must keep JavaFX's remarks from the terminal"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Manager", "Helper", "Helpers", "Util", "Utils", "Impl"})
  void names_are_nouns_of_the_domain(String ending) {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith(ending)
            .because("such a name tells nothing about what the class is"));
  }

  @Test
  void static_fields_are_final() {
    check(
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("state belongs to objects that are wired by hand"));
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(production.stream().map(JavaClass::getPackage).distinct())
        .isNotEmpty()
        .allSatisfy(ArchitectureTest::isNullMarked);
  }

  private static void isNullMarked(JavaPackage each) {
    assertThat(each.isAnnotatedWith(NullMarked.class))
        .as("package-info.java of %s with @NullMarked", each.getName())
        .isTrue();
  }
}
