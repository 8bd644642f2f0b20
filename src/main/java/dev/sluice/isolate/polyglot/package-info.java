/**
 * What languages on GraalVM's polyglot API share: a job's files as the only file system a context
 * has, and uncaught errors in words.
 *
 * <p>Uses {@code org.graalvm}; imports {@code job}. One thread a program.
 */
@NullMarked
package dev.sluice.isolate.polyglot;

import org.jspecify.annotations.NullMarked;
