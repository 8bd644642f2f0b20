/** The route rule in sentences, and its reading of JavaScript. No infrastructure. */
@NullMarked
package dev.sluice.route;

import org.jspecify.annotations.NullMarked;
