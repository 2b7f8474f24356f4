package portico;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

/** The classes of Portico without its tests. */
abstract class ArchitectureScene {
  static JavaClasses production;

  @BeforeAll
  static void readTheClasses() throws URISyntaxException {
    var location = Main.class.getProtectionDomain().getCodeSource().getLocation();
    production = new ClassFileImporter().importPath(Path.of(location.toURI()));
  }

  /** Packages that a rule is about may not exist yet, or not any more. */
  static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(production);
  }
}
