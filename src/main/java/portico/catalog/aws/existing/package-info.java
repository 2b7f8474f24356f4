/**
 * What AWS answers about an existing load balancer, turned into a spec and remarks. Pure: nothing
 * here calls AWS. Whatever of an answer is not turned into the spec ends in a remark.
 */
@NullMarked
package portico.catalog.aws.existing;

import org.jspecify.annotations.NullMarked;
