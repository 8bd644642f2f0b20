/**
 * Holds the house to its own plan: which package may use which, as rules that are themselves tested
 * by planted violations.
 */
@NullMarked
package dev.sluice.architecture;

import org.jspecify.annotations.NullMarked;
