package portico.practice.aws.state;

/** The subnet a load balancer uses in a zone. */
public record ZoneSubnet(String zone, String subnetId) {}
