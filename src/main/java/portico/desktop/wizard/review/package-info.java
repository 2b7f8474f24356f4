/** Last step: the whole spec, a preview of what will happen, and the deployment. */
@NullMarked
package portico.desktop.wizard.review;

import org.jspecify.annotations.NullMarked;
