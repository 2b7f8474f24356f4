package portico.practice.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** State files as earlier versions wrote them. */
final class AccountFiles {
  private static final JsonMapper JSON = new JsonMapper();

  private AccountFiles() {}

  /** Takes from a state file what its first form did not have. */
  static void backToTheFirstForm(Path file) throws IOException {
    ObjectNode account = (ObjectNode) JSON.readTree(Files.readString(file));
    account.put("format", 1).remove(List.of("userPolicies", "hostedZones"));
    for (JsonNode each : account.path("regions")) {
      ObjectNode region = (ObjectNode) each;
      region.remove(List.of("buckets", "functions", "webAcls", "webAclAssociations", "ipamPools"));
      for (JsonNode subnet : region.path("subnets")) {
        ((ObjectNode) subnet).remove("ipv6Cidr");
      }
      for (JsonNode vpc : region.path("vpcs")) {
        ((ObjectNode) vpc).remove("ipv6Cidr");
      }
    }
    Files.writeString(file, JSON.writeValueAsString(account));
  }
}
