/** The ports of the core as one bundle: what desktop and command line are given. */
@NullMarked
package portico.service;

import org.jspecify.annotations.NullMarked;
