/**
 * Every service as a process of its own, on real parts, so that each can be killed alone.
 */
@NullMarked
package io.hilum.systemtests.processes;

import org.jspecify.annotations.NullMarked;
