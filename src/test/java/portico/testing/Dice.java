package portico.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntSupplier;

/** Random choices from a seed, a few of them just outside what is allowed. */
final class Dice {
  private final Random random;
  private final int oneWrongIn;

  Dice(long seed, int oneWrongIn) {
    this.random = new Random(seed);
    this.oneWrongIn = oneWrongIn;
  }

  /** Whether the next value is to lie outside what is allowed. */
  boolean wrong() {
    return oneWrongIn > 0 && random.nextInt(oneWrongIn) == 0;
  }

  /** True once in so many times. */
  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  int within(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** From the range, its borders preferred; when wrong, just outside. */
  int number(int least, int most) {
    if (wrong()) {
      return chance(2) ? least - 1 : most + 1;
    }
    return switch (random.nextInt(4)) {
      case 0 -> least;
      case 1 -> most;
      default -> within(least, most);
    };
  }

  OptionalInt maybe(int oneIn, IntSupplier value) {
    return chance(oneIn) ? OptionalInt.of(value.getAsInt()) : OptionalInt.empty();
  }

  @SafeVarargs
  final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The usual value, but once in so many times any of all. */
  <T> T rarely(int oneIn, T usual, T[] all) {
    return chance(oneIn) ? all[random.nextInt(all.length)] : usual;
  }

  /** A selection in random order, each once; fewer when there are not so many. */
  <T> List<T> some(List<T> values, int least, int most) {
    List<T> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    int count = Math.min(values.size(), within(least, most));
    return List.copyOf(shuffled.subList(0, count));
  }

  /** A name of letters, digits and hyphens; when wrong, one of those that AWS refuses. */
  String name(String prefix, int longest) {
    if (wrong()) {
      return of(
          "",
          "-" + prefix,
          prefix + "-",
          "internal-" + prefix,
          prefix + "_" + prefix,
          prefix + "x".repeat(longest - prefix.length() + 1));
    }
    return chance(6)
        ? prefix + "x".repeat(longest - prefix.length())
        : prefix + "-" + Integer.toString(random.nextInt(1_000_000), 36);
  }
}
