/**
 * The wire: AWS's query and JSON protocols, errors in each service's own form, faults on demand.
 */
@NullMarked
package portico.practice.aws.http;

import org.jspecify.annotations.NullMarked;
