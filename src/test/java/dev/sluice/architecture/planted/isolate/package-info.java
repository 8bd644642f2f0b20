/** Planted: breaks a rule of the house on purpose. */
@NullMarked
package dev.sluice.architecture.planted.isolate;

import org.jspecify.annotations.NullMarked;
