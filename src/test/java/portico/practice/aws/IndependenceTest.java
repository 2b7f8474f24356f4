package portico.practice.aws;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the simulation may lean on. */
class IndependenceTest {
  @Test
  void the_simulation_shares_no_code_with_what_it_is_to_check() throws Exception {
    URI compiled = SimulatedAws.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    JavaClasses simulation =
        new ClassFileImporter().importPath(Path.of(compiled).resolve("portico/practice/aws"));

    classes()
        .that()
        .resideInAPackage("portico.practice.aws..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax..",
            "com.sun.net.httpserver..",
            "tools.jackson..",
            "org.jspecify..",
            "io.vertx.core..",
            "io.netty.channel..",
            "org.bouncycastle..",
            "org.w3c.dom..",
            "org.xml.sax..",
            "portico.practice.aws..")
        .because("a mistake in Portico's own rules must not be repeated by the AWS it is tried on")
        .check(simulation);
  }
}
