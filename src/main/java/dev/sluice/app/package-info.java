/**
 * The composition root: reads the configuration, makes every part, starts the parts in order and
 * stops them in reverse. The only package that names all concrete classes.
 *
 * <p>Imports everything below. Starts the threads of nobody but its parts; {@link
 * dev.sluice.app.Main} runs the command in the main thread.
 */
@NullMarked
package dev.sluice.app;

import org.jspecify.annotations.NullMarked;
