package portico.program;

import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import portico.catalog.Ownership;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;

/** What the program asks the engine for, recorded by Pulumi's mocks. */
final class RecordedResources implements Mocks {
  static final Ownership OWNERSHIP = new Ownership(new EnvironmentName("demo"), "a1b2c3d4e5f6");

  /** A resource as the program declares it. */
  record Declared(String type, String name, Map<String, Object> inputs) {
    Object input(String key) {
      return Objects.requireNonNull(inputs.get(key), key);
    }
  }

  private final ConcurrentLinkedQueue<Declared> declared = new ConcurrentLinkedQueue<>();

  static RecordedResources of(EnvironmentSpec spec) {
    RecordedResources recorded = new RecordedResources();
    try {
      PulumiTest.withMocks(recorded)
          .runTest(new LoadBalancerProgram(spec, OWNERSHIP, name -> "key-of-" + name))
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return recorded;
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    String type = Objects.requireNonNull(args.type);
    String name = Objects.requireNonNull(args.name);
    Map<String, Object> inputs = args.inputs == null ? Map.of() : args.inputs;
    declared.add(new Declared(type, name, inputs));
    Map<String, Object> state = new HashMap<>(inputs);
    state.put("arn", "arn:" + name);
    state.put("ownerId", "123456789012");
    state.put("dnsName", name + ".elb.example");
    state.putIfAbsent("zoneId", "zone-of-" + name);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of("id-of-" + name), state));
  }

  List<Declared> ofType(String type) {
    return declared.stream().filter(each -> each.type().equals(type)).toList();
  }

  Declared only(String type) {
    List<Declared> found = ofType(type);
    if (found.size() != 1) {
      throw new AssertionError(type + ": " + found);
    }
    return found.getFirst();
  }

  Declared named(String type, String name) {
    return ofType(type).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + ofType(type)));
  }

  /** How many resources were declared before that one. */
  int order(String type, String name) {
    return List.copyOf(declared).indexOf(named(type, name));
  }
}
