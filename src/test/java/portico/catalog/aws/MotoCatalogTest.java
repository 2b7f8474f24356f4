package portico.catalog.aws;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import portico.testing.MotoServer;

/** The catalogue against moto. */
@Tag("moto")
class MotoCatalogTest extends CatalogContract {
  @RegisterExtension static final MotoServer MOTO = new MotoServer();

  @Override
  URI endpoint() {
    return MOTO.uri();
  }
}
