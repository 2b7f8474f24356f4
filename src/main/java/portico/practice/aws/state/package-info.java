/**
 * What exists in the simulated account, and the file it is kept in: one JSON document that several
 * processes share, each request a transaction on it.
 */
@NullMarked
package portico.practice.aws.state;

import org.jspecify.annotations.NullMarked;
