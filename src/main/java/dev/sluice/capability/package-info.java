/**
 * What stands between a sandbox and the world: bindings that a tenant's policy grants by name, the
 * secrets that are attached to calls outside every sandbox, and the account of each call.
 *
 * <p>A {@link dev.sluice.capability.Broker} opens a desk for each attempt at a job; a pool passes a
 * program's calls to it. Each call is checked against the job's own grants and the binding's terms,
 * counted, limited in size, rate and time, and told to a listener, allowed or denied. A new kind of
 * binding is a class here and its line in {@link dev.sluice.capability.BindingKinds}. Any thread
 * may call; calls block.
 */
@NullMarked
package dev.sluice.capability;

import org.jspecify.annotations.NullMarked;
