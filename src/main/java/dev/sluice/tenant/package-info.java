/**
 * Who asks: a tenant's policy with its quotas, ceilings and grants.
 *
 * <p>Imports the JDK and {@code job}. Immutable values, and one port by which deciders read
 * policies.
 */
@NullMarked
package dev.sluice.tenant;

import org.jspecify.annotations.NullMarked;
