/** Planted: breaks a rule of the house on purpose. */
@NullMarked
package dev.sluice.architecture.planted.job;

import org.jspecify.annotations.NullMarked;
