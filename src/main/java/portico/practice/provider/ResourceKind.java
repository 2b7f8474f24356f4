package portico.practice.provider;

import java.util.Optional;

/**
 * One Pulumi resource type over AWS's calls. Create is {@link #allocate} then {@link #converge}, so
 * that whatever happens after the thing exists, its id is kept; update is {@code converge} alone,
 * and may be repeated.
 */
interface ResourceKind {
  /** Pulumi's type token, such as {@code aws:lb/listener:Listener}. */
  String token();

  Schema schema();

  /** Checks that span several inputs, and names made up by the provider. */
  default PropertyMap complete(PropertyMap inputs, Naming naming, Checker checker) {
    return inputs;
  }

  /**
   * Makes the thing, or takes over one that an interrupted run of the same environment made.
   * Answers its id.
   */
  String allocate(PropertyMap inputs, Call call);

  /**
   * Brings what exists to the inputs, changing only what differs, and waits until it can be used.
   */
  default void converge(String id, PropertyMap inputs, Call call) {}

  /** Work on something just made, before {@link #converge}. */
  default void prepare(String id, PropertyMap inputs, Call call) {}

  /**
   * @param hint the earlier state, or the inputs; some ids do not say everything
   */
  Optional<Snapshot> read(String id, PropertyMap hint, Call call);

  /** Removes it and waits until it is gone. Not there is done. */
  void delete(String id, PropertyMap state, Call call);

  /** Whether a replacement could not stand beside the old one. */
  default boolean collides(PropertyMap state, PropertyMap inputs) {
    boolean madeUp = inputs.texts(Checker.DEFAULTS).contains(Naming.NAME);
    return !madeUp
        && inputs.text(Naming.NAME).isPresent()
        && inputs.text(Naming.NAME).equals(state.text(Naming.NAME));
  }

  /**
   * What AWS reports.
   *
   * @param id the id under which it is found
   * @param problem why it cannot be used, if so
   */
  record Snapshot(String id, PropertyMap state, Optional<String> problem) {
    Snapshot(String id, PropertyMap state) {
      this(id, state, Optional.empty());
    }
  }
}
