/**
 * The gateway's HTTP edge: submit, look at and cancel jobs, health and metrics.
 *
 * <p>The only user of Vert.x. Imports {@code json} and the value packages below, and reaches a
 * running Sluice through {@link dev.sluice.http.Jobs} only. Handlers run on Vert.x's event loops
 * and never wait: answers come as futures, whichever thread completes them.
 */
@NullMarked
package dev.sluice.http;

import org.jspecify.annotations.NullMarked;
