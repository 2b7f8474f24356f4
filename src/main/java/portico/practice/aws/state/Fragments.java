package portico.practice.aws.state;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes accounts as JSON, and remembers how each resource was written: resources never change, so
 * only those that are new since the last time cost anything. For one thread at a time.
 */
final class Fragments {
  private final JsonMapper plain = new JsonMapper();
  private final JsonMapper mapper;
  private IdentityHashMap<Object, String> last = new IdentityHashMap<>();
  private IdentityHashMap<Object, String> current = new IdentityHashMap<>();

  Fragments() {
    SimpleModule remembering = new SimpleModule();
    for (Class<?> kind :
        List.of(
            Subnet.class,
            RouteTable.class,
            Instance.class,
            SecurityGroup.class,
            NetworkInterface.class,
            LoadBalancer.class,
            TargetGroup.class,
            Listener.class,
            Rule.class,
            Certificate.class)) {
      remembering.addSerializer(kind, new Remembering());
    }
    mapper = JsonMapper.builder().addModule(remembering).build();
  }

  /** The account as JSON. */
  String write(Account account) {
    String text = mapper.writeValueAsString(account);
    last = current;
    current = new IdentityHashMap<>();
    return text;
  }

  private final class Remembering extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      String text =
          Optional.ofNullable(last.get(value)).orElseGet(() -> plain.writeValueAsString(value));
      current.put(value, text);
      out.writeRawValue(text);
    }
  }
}
