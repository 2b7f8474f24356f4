/** All words that users read, for wizard and command line alike: facts in, sentences out. */
@NullMarked
package portico.text;

import org.jspecify.annotations.NullMarked;
