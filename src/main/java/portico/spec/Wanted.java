package portico.spec;

/**
 * Something to be looked up.
 *
 * @param name id or Name tag
 * @param place region code or VPC id that is searched
 */
record Wanted(SpecFault.Thing thing, String name, String place) {}
