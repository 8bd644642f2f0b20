/**
 * What a worker process needs of a language: a runner that starts programs, and the output they
 * write to. A new language is one runner and a line in {@code LanguageRunners}.
 *
 * <p>Imports {@code job} and the protocol. A program runs in one thread; only {@link
 * dev.sluice.isolate.language.RunningProgram#stop()} is called from another.
 */
@NullMarked
package dev.sluice.isolate.language;

import org.jspecify.annotations.NullMarked;
