package portico.doctor;

import java.util.List;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.Instance;
import portico.catalog.SecurityGroup;
import portico.catalog.Subnet;

/**
 * What AWS tells of the network around the targets. A part that could not be read is empty; causes
 * that it would settle are then merely possible.
 *
 * @param instances of the VPC
 * @param securityGroups of the VPC
 * @param subnets of the VPC
 * @param ownGroupId the environment's own security group, from the stack's outputs
 */
public record DoctorFacts(
    Optional<List<Instance>> instances,
    Optional<List<SecurityGroup>> securityGroups,
    Optional<List<Subnet>> subnets,
    Optional<String> ownGroupId) {
  /** Nothing could be read. */
  public static final DoctorFacts UNREAD =
      new DoctorFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Reads them; blocks. */
  public static DoctorFacts read(Catalog catalog, String vpcId, Optional<String> ownGroupId) {
    return new DoctorFacts(
        found(catalog.instances(vpcId)),
        found(catalog.securityGroups(vpcId)),
        found(catalog.subnets(vpcId)),
        ownGroupId);
  }

  private static <T> Optional<T> found(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(T value) -> Optional.of(value);
      case Answer.Failed<T> failed -> Optional.empty();
    };
  }

  /** The instance behind a target, by its id or its address. */
  Optional<Instance> instance(String target) {
    return instances.flatMap(
        all ->
            all.stream()
                .filter(each -> each.id().equals(target) || each.privateIp().equals(target))
                .findFirst());
  }

  /** Those of the groups that are known; empty when groups could not be read. */
  Optional<List<SecurityGroup>> groups(List<String> ids) {
    return securityGroups.map(all -> all.stream().filter(each -> ids.contains(each.id())).toList());
  }

  Optional<Subnet> subnet(String id) {
    return subnets.flatMap(all -> all.stream().filter(each -> each.id().equals(id)).findFirst());
  }
}
