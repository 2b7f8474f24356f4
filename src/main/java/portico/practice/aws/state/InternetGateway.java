package portico.practice.aws.state;

import java.util.Map;

/** An internet gateway attached to a VPC. */
public record InternetGateway(String id, String vpcId, Map<String, String> tags) {}
