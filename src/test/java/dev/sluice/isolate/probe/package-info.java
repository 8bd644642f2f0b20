/** Programs that are run in the place of a worker, to try from inside what must not be possible. */
@NullMarked
package dev.sluice.isolate.probe;

import org.jspecify.annotations.NullMarked;
