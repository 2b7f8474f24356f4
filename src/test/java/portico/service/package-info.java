/** Tests of what the services do together. */
@NullMarked
package portico.service;

import org.jspecify.annotations.NullMarked;
