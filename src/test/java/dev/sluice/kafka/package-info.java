/** How clients are set up. */
@NullMarked
package dev.sluice.kafka;

import org.jspecify.annotations.NullMarked;
