/**
 * Linux control groups: what the kernel counts of a sandbox and what it lets it take, for both
 * pools and both versions of the interface.
 *
 * <p>Imports {@code job} and the JDK only. {@link dev.sluice.cgroup.Meter} reads a group that
 * somebody else made, such as a container's; {@link dev.sluice.cgroup.CgroupHome} makes groups of
 * our own, names them by the process that made them, and removes those whose maker has died. No
 * threads of its own; each class says who may call it.
 */
@NullMarked
package dev.sluice.cgroup;

import org.jspecify.annotations.NullMarked;
