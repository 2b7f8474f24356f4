/** The simulated Lambda: functions that exist, and who may invoke them. */
@NullMarked
package portico.practice.aws.lambda;

import org.jspecify.annotations.NullMarked;
