package portico.practice.provider;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes something that AWS has once under each name, port or priority.
 *
 * @param find what stands there
 * @param adopt takes over what stands there, or throws; answers its id
 * @param code AWS's error when something stands there
 */
record Taken<T>(Supplier<Optional<T>> find, Function<T, String> adopt, String code) {

  /** Looks first: for names under which AWS would answer with what stands there as if made. */
  String orMade(Supplier<String> make) {
    return find.get().map(adopt).orElseGet(() -> madeOrTaken(make));
  }

  /**
   * Makes it, and looks only when AWS says that the place is taken. The SDK repeats a request whose
   * answer was lost; the place may then be taken by our own.
   */
  String madeOrTaken(Supplier<String> make) {
    try {
      return make.get();
    } catch (CallFailed e) {
      if (e.code().equals(code)) {
        return find.get().map(adopt).orElseThrow(() -> e);
      }
      throw e;
    }
  }
}
