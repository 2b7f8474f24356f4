package portico.spec;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import portico.model.Violation;
import portico.text.FailureText;
import portico.text.Words;

/** Turns problems of specs into words. */
public final class SpecText {
  private final Words words = Words.of("portico.spec.spec");
  private final FailureText failures;

  /** {@code failures} has the words for the rules that wizard and spec files share. */
  public SpecText(FailureText failures) {
    this.failures = failures;
  }

  /**
   * Place, field and what is wrong, in one line: {@code line 3, column 9: listeners[0].port: …}.
   */
  public String inOneLine(SpecProblem problem) {
    String place =
        problem.at().map(at -> words.get("place", at.line(), at.column()) + ": ").orElse("");
    String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
    return place + field + of(problem.fault());
  }

  /** What is wrong, and what would be right. */
  public String of(SpecFault fault) {
    return switch (fault) {
      case SpecFault.Syntax(String message) -> words.get("syntax", message);
      case SpecFault.Empty() -> words.get("empty");
      case SpecFault.UnknownField(String name, var nearest) ->
          nearest
              .map(near -> words.get("unknown-field.near", name, near))
              .orElseGet(() -> words.get("unknown-field", name));
      case SpecFault.DuplicateField(String name) -> words.get("duplicate-field", name);
      case SpecFault.WrongType(var expected, String found) ->
          words.get("wrong-type", words.get("type." + expected.name()), found);
      case SpecFault.UnknownValue(String found, var allowed) ->
          words.get("unknown-value", found, String.join(", ", allowed));
      case SpecFault.Missing() -> words.get("missing");
      case SpecFault.Conflict(String name, String other) -> words.get("conflict", name, other);
      case SpecFault.Broken(Violation violation) -> failures.of(violation);
      case SpecFault.NotFound(var thing, String name, String place) ->
          words.get("not-found", words.get("thing." + thing.name()), name, place);
      case SpecFault.Ambiguous several -> ambiguous(several);
      case SpecFault.NotIssued(String domain, var statuses) ->
          words.get("not-issued", domain, String.join(", ", statuses));
      case SpecFault.NoDefaultVpc(String region) -> words.get("no-default-vpc", region);
      case SpecFault.NoSubnetPair(String vpcId, var unfit) ->
          words.get("no-subnet-pair", vpcId) + unfit(unfit);
      case SpecFault.AddressUnknown() -> words.get("address-unknown");
      case SpecFault.NameTaken(var thing, String name) ->
          words.get("name-taken", words.get("thing." + thing.name()), name);
    };
  }

  private String unfit(List<SpecFault.UnfitSubnet> unfit) {
    return unfit.stream()
        .map(
            each ->
                " "
                    + each.id()
                    + ": "
                    + each.reasons().stream().map(failures::of).collect(Collectors.joining(" ")))
        .collect(Collectors.joining());
  }

  /** The stable name of a fault for machines; for a broken rule the rule's own, in lower case. */
  public static String code(SpecFault fault) {
    return switch (fault) {
      case SpecFault.Syntax _ -> "syntax";
      case SpecFault.Empty _ -> "empty";
      case SpecFault.UnknownField _ -> "unknown_field";
      case SpecFault.DuplicateField _ -> "duplicate_field";
      case SpecFault.WrongType _ -> "wrong_type";
      case SpecFault.UnknownValue _ -> "unknown_value";
      case SpecFault.Missing _ -> "missing";
      case SpecFault.Conflict _ -> "conflict";
      case SpecFault.Broken(Violation violation) ->
          violation.rule().name().toLowerCase(Locale.ROOT);
      case SpecFault.NotFound _ -> "not_found";
      case SpecFault.Ambiguous _ -> "ambiguous";
      case SpecFault.NotIssued _ -> "not_issued";
      case SpecFault.NoDefaultVpc _ -> "no_default_vpc";
      case SpecFault.NoSubnetPair _ -> "no_subnet_pair";
      case SpecFault.AddressUnknown _ -> "address_unknown";
      case SpecFault.NameTaken _ -> "name_taken";
    };
  }

  private String ambiguous(SpecFault.Ambiguous several) {
    String key =
        switch (several.thing()) {
          case CERTIFICATE -> "ambiguous.certificate";
          case HOSTED_ZONE -> "ambiguous.zone";
          case VPC, SUBNET, INSTANCE, LOAD_BALANCER, TARGET_GROUP -> "ambiguous";
        };
    return words.get(
        key,
        words.get("things." + several.thing().name()),
        several.name(),
        String.join(", ", several.ids()));
  }
}
