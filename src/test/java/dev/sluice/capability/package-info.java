/** The broker and its parts; services are on the loopback, sockets in temporary folders. */
@NullMarked
package dev.sluice.capability;

import org.jspecify.annotations.NullMarked;
