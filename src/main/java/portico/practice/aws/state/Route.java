package portico.practice.aws.state;

/** A route; the target is an id such as {@code igw-...} or {@code nat-...}, or {@code local}. */
public record Route(String destination, String target) {}
