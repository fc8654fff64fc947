/**
 * Tests for the trace that travels with events.
 */
@NullMarked
package io.hilum.trust.trace;

import org.jspecify.annotations.NullMarked;
