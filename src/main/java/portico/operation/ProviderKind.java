package portico.operation;

/** Which Pulumi provider talks to AWS. */
public enum ProviderKind {
  /** Portico's own, inside the worker: no download; any AWS-compatible endpoint. */
  BUNDLED,
  /** The official plugin, resolved and downloaded by the engine. */
  OFFICIAL
}
