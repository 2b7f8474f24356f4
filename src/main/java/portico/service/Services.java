package portico.service;

import java.nio.file.Path;
import portico.catalog.Catalogs;
import portico.catalog.LeftoverAccess;
import portico.catalog.SignIns;
import portico.environment.ApiKeys;
import portico.environment.Deadlines;
import portico.environment.Environments;
import portico.operation.EngineReadiness;
import portico.operation.Operations;
import portico.probe.EndpointProbe;
import portico.proof.ProofStore;
import portico.proof.ServiceProof;

/**
 * Everything that desktop and command line work with, over one home folder.
 *
 * @param home the folder with everything that Portico keeps
 * @param installation the folder's random id, which is in the tags of what is made from it
 */
public record Services(
    Path home,
    Catalogs catalogs,
    SignIns signIns,
    Operations operations,
    Environments environments,
    EndpointProbe probe,
    ServiceProof proof,
    ProofStore proofs,
    Practice practice,
    ApiKeys keys,
    Deadlines deadlines,
    EngineReadiness engine,
    LeftoverAccess leftovers,
    String installation)
    implements AutoCloseable {

  /** Stops what was started here, such as the simulated AWS. Running operations go on. */
  @Override
  public void close() {
    practice.close();
  }
}
