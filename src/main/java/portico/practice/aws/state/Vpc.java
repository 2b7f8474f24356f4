package portico.practice.aws.state;

import java.util.Map;

/** A virtual network; {@code cidr} is its IPv4 block. */
public record Vpc(String id, String cidr, boolean isDefault, Map<String, String> tags) {}
