package portico.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import portico.export.Stack.Resource;
import portico.export.Value.Fields;

/** Which resources are referred to: code needs a name for those alone. */
final class References {
  private final Set<String> ids = new HashSet<>();

  References(Stack stack) {
    for (Resource resource : stack.resources()) {
      add(resource.inputs());
      resource.after().ifPresent(ids::add);
    }
    stack.outputs().forEach(output -> add(output.value()));
  }

  boolean has(String id) {
    return ids.contains(id);
  }

  private void add(Fields fields) {
    fields.values().values().forEach(this::add);
  }

  private void add(Value value) {
    switch (value) {
      case Value.Reference(String id, String attribute) -> ids.add(id);
      case Value.Join(List<Value> parts) -> parts.forEach(this::add);
      case Value.Items(List<Value> items) -> items.forEach(this::add);
      case Value.Part(Fields fields) -> add(fields);
      case Value.Parts(List<Fields> parts) -> parts.forEach(this::add);
      case Value.Text _, Value.Count _, Value.Flag _, Value.Secret _, Value.Entries _ -> {}
    }
  }
}
