package portico.practice.aws.state;

/**
 * An availability zone: its name in this account ({@code us-west-2a}) and its id across accounts
 * ({@code usw2-az1}).
 */
public record Zone(String name, String id) {}
