/**
 * The batch run: lines in, one result a line out, a summary at the end.
 *
 * <p>Imports {@code json} and the value packages below, and reaches a running Sluice through {@link
 * dev.sluice.cli.run.Pipeline} only. A run is one thread that submits and reads in turns; what it
 * keeps grows with the ids of its lines, never with their code or output.
 */
@NullMarked
package dev.sluice.cli.run;

import org.jspecify.annotations.NullMarked;
