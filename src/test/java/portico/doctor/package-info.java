/** Tests of the doctor. */
@NullMarked
package portico.doctor;

import org.jspecify.annotations.NullMarked;
