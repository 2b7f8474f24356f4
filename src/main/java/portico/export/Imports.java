package portico.export;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import portico.export.Stack.Resource;
import portico.export.Value.Text;

/** The ids by which the providers take over what runs. */
final class Imports {
  private final Stack stack;
  private final Running running;

  Imports(Stack stack, Running running) {
    this.stack = stack;
    this.running = running;
  }

  /** For each resource that runs and can be taken over. */
  SequencedMap<Resource, String> ids() {
    SequencedMap<Resource, String> ids = new LinkedHashMap<>();
    for (Resource resource : stack.resources()) {
      if (resource.type().importable()) {
        Optional.ofNullable(running.ids().get(resource.key()))
            .flatMap(id -> idOf(resource, id))
            .ifPresent(id -> ids.put(resource, id));
      }
    }
    return ids;
  }

  /** Most are taken over by their ids; some by what they tie together. */
  private Optional<String> idOf(Resource resource, String id) {
    return switch (resource.type()) {
      case PERMISSION ->
          text(resource, "function_name")
              .flatMap(
                  function -> text(resource, "statement_id").map(each -> function + "/" + each));
      case WEB_ACL_ASSOCIATION ->
          text(resource, "web_acl_arn")
              .flatMap(acl -> loadBalancer().map(balancer -> acl + "," + balancer));
      case LISTENER_CERTIFICATE,
          SECURITY_GROUP,
          INGRESS_RULE,
          EGRESS_RULE,
          BUCKET,
          BUCKET_ENCRYPTION,
          BUCKET_LIFECYCLE,
          BUCKET_PRIVACY,
          BUCKET_POLICY,
          LOAD_BALANCER,
          DNS_RECORD,
          TARGET_GROUP,
          ATTACHMENT,
          LISTENER,
          LISTENER_RULE ->
          Optional.of(id);
    };
  }

  private static Optional<String> text(Resource resource, String field) {
    return resource.inputs().values().get(field) instanceof Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<String> loadBalancer() {
    return Optional.ofNullable(running.ids().get(stack.resource(StackBuilder.LOAD_BALANCER).key()));
  }
}
