/** Each rule in sentences, the validator as a whole, and paths by fuzz. No infrastructure. */
@NullMarked
package dev.sluice.validate;

import org.jspecify.annotations.NullMarked;
