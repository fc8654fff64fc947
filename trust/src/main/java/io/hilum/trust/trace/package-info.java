/**
 * The trace that a request leaves, as it travels with events.
 */
@NullMarked
package io.hilum.trust.trace;

import org.jspecify.annotations.NullMarked;
