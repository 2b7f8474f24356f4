package portico.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import portico.model.EnvironmentName;
import portico.operation.OperationId;

/** Values of records with every component set: no optional is empty, no list and no map. */
public final class FilledValues {
  private static final Instant TIME = Instant.parse("2026-11-23T15:00:00.123Z");

  /** The sealed interfaces that a value is being made of. */
  private final Set<Class<?>> open = new HashSet<>();

  private FilledValues() {}

  /** One of each record below a sealed interface, or one of a record. */
  public static List<Object> of(Class<?> type) {
    return new FilledValues().all(type);
  }

  private List<Object> all(Class<?> type) {
    if (!type.isSealed()) {
      return List.of(value(type));
    }
    if (!open.add(type)) {
      return List.of(simplest(type));
    }
    List<Object> all =
        Arrays.stream(type.getPermittedSubclasses()).flatMap(each -> all(each).stream()).toList();
    open.remove(type);
    return all;
  }

  /** Of a kind that holds no lists, which may be of the same interface again. */
  private Object simplest(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses())
        .filter(
            each ->
                Arrays.stream(each.getRecordComponents())
                    .noneMatch(part -> part.getGenericType() instanceof ParameterizedType))
        .findFirst()
        .map(this::value)
        .orElseThrow();
  }

  private Object value(Type type) {
    return switch (type) {
      case ParameterizedType generic -> filled(generic);
      case Class<?> plain when plain.isSealed() -> all(plain).getFirst();
      case Class<?> plain when plain.isEnum() -> plain.getEnumConstants()[0];
      default -> plain(type);
    };
  }

  private Object plain(Type type) {
    return switch (type.getTypeName()) {
      case "java.lang.String" -> "it's \"ü\"\n\\";
      case "int", "java.lang.Integer" -> 7;
      case "long", "java.lang.Long" -> 8L << 40;
      case "java.lang.Object" -> "fact";
      case "boolean", "java.lang.Boolean" -> true;
      case "java.util.OptionalInt" -> OptionalInt.of(9);
      case "java.util.OptionalLong" -> OptionalLong.of(10);
      case "java.time.Instant" -> TIME;
      case "java.nio.file.Path" -> Path.of("some", "where").toAbsolutePath();
      case "java.time.Duration" -> Duration.ofMillis(1_500);
      case "java.net.URI" -> URI.create("http://127.0.0.1:5000");
      case "portico.model.EnvironmentName" -> new EnvironmentName("demo");
      case "portico.operation.OperationId" -> OperationId.create(TIME, 7);
      default -> record((Class<?>) type);
    };
  }

  private Object filled(ParameterizedType type) {
    Type[] of = type.getActualTypeArguments();
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return Optional.of(value(of[0]));
    }
    if (raw == List.class) {
      return of[0] instanceof Class<?> each && each.isSealed() ? all(each) : List.of(value(of[0]));
    }
    Map<Object, Object> one = Map.of(value(of[0]), value(of[1]));
    return raw == SortedMap.class ? new TreeMap<>(one) : one;
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("no sample of " + type);
    }
    List<Object> values = new ArrayList<>();
    Stream.of(components).forEach(each -> values.add(value(each.getGenericType())));
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(type + " of " + values, broken);
    }
  }
}
