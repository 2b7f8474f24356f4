/** Tests of what the application does for the command line and the desktop alike. */
@NullMarked
package portico.service;

import org.jspecify.annotations.NullMarked;
