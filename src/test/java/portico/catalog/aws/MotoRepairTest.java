package portico.catalog.aws;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import portico.testing.AwsScene.Ground;
import portico.testing.MotoServer;

/** Leftovers and their repair against moto. */
@Tag("moto")
class MotoRepairTest extends RepairContract {
  @RegisterExtension static final MotoServer MOTO = new MotoServer();

  @Override
  URI endpoint() {
    return MOTO.uri();
  }

  @Override
  Ground ground() {
    return scene.ground();
  }
}
