/**
 * The wizard that sets up or changes an environment: six steps, from the account to a preview and
 * the deployment.
 */
@NullMarked
package portico.desktop.wizard;

import org.jspecify.annotations.NullMarked;
