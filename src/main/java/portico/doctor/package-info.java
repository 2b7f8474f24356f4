/**
 * Why a target is not healthy: for each of AWS's reason codes the possible causes, each checked
 * against what AWS tells, and what cures them.
 */
@NullMarked
package portico.doctor;

import org.jspecify.annotations.NullMarked;
