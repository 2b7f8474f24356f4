/**
 * What can be known to go wrong before anything is deployed: names taken, quotas, subnets,
 * certificates, permissions, credentials that end too soon, an engine that is missing. Reads the
 * account through the catalogue and changes nothing.
 */
@NullMarked
package portico.preflight;

import org.jspecify.annotations.NullMarked;
