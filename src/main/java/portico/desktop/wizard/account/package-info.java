/** First step: which AWS, as whom, in which region. */
@NullMarked
package portico.desktop.wizard.account;

import org.jspecify.annotations.NullMarked;
