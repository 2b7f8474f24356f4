/** Tests of the wizard: its view models without a toolkit, its steps on the headless platform. */
@NullMarked
package portico.desktop.wizard;

import org.jspecify.annotations.NullMarked;
