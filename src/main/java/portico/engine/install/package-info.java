/**
 * Finds the Pulumi engine (the {@code pulumi} command line) on this machine, or installs the pinned
 * version from the official release archive or, with a Go toolchain, from its Go module. Everything
 * here blocks: callers bring their own thread.
 */
@NullMarked
package portico.engine.install;

import org.jspecify.annotations.NullMarked;
