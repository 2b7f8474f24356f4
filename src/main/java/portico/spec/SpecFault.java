package portico.spec;

import java.util.List;
import java.util.Optional;
import portico.model.Violation;

/** What can be wrong with a field of a spec file. Facts only; {@link SpecText} has the words. */
public sealed interface SpecFault {
  /** The text is not YAML; {@code message} is the parser's own. */
  record Syntax(String message) implements SpecFault {}

  /** There is nothing in the text. */
  record Empty() implements SpecFault {}

  /** No such field; {@code nearest} is the known name that was perhaps meant. */
  record UnknownField(String name, Optional<String> nearest) implements SpecFault {}

  /** The field is there twice. */
  record DuplicateField(String name) implements SpecFault {}

  /** The value has the wrong form; {@code found} is the value, or what it is. */
  record WrongType(Expected expected, String found) implements SpecFault {}

  /** The value is not one of those allowed. */
  record UnknownValue(String found, List<String> allowed) implements SpecFault {
    public UnknownValue {
      allowed = List.copyOf(allowed);
    }
  }

  /** The field must be there. */
  record Missing() implements SpecFault {}

  /** Only one of the two fields may be there. */
  record Conflict(String name, String other) implements SpecFault {}

  /** The value breaks a rule of AWS or Portico. */
  record Broken(Violation violation) implements SpecFault {}

  /** The account has no such thing in that place, a region code or VPC id. */
  record NotFound(Thing thing, String name, String place) implements SpecFault {}

  /** Several things have the same Name tag. */
  record Ambiguous(Thing thing, String name, List<String> ids) implements SpecFault {
    public Ambiguous {
      ids = List.copyOf(ids);
    }
  }

  /**
   * The account has certificates for the domain, but none that may be used.
   *
   * @param statuses ACM's own words, each once
   */
  record NotIssued(String domain, List<String> statuses) implements SpecFault {
    public NotIssued {
      statuses = List.copyOf(statuses);
    }
  }

  /** The region has no default VPC. */
  record NoDefaultVpc(String region) implements SpecFault {}

  /** No two subnets of the VPC, in different zones, fit. */
  record NoSubnetPair(String vpcId, List<UnfitSubnet> unfit) implements SpecFault {
    public NoSubnetPair {
      unfit = List.copyOf(unfit);
    }
  }

  /** This machine's public address could not be found out. */
  record AddressUnknown() implements SpecFault {}

  /** Something else in the region already has the name. */
  record NameTaken(Thing thing, String name) implements SpecFault {}

  /**
   * A subnet and why it cannot be chosen.
   *
   * @param reasons at least one
   */
  record UnfitSubnet(String id, List<Violation> reasons) {
    public UnfitSubnet {
      reasons = List.copyOf(reasons);
    }
  }

  /** Forms of values. */
  enum Expected {
    TEXT,
    WHOLE_NUMBER,
    TRUE_OR_FALSE,
    LIST,
    FIELDS
  }

  /** Kinds of things that a spec names. */
  enum Thing {
    VPC,
    SUBNET,
    INSTANCE,
    CERTIFICATE,
    HOSTED_ZONE,
    LOAD_BALANCER,
    TARGET_GROUP
  }
}
