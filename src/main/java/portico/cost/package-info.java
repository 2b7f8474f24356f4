/**
 * What a load balancer costs: a dated price file, AWS's capacity units estimated from requests and
 * tokens, and what an environment has cost so far.
 */
@NullMarked
package portico.cost;

import org.jspecify.annotations.NullMarked;
