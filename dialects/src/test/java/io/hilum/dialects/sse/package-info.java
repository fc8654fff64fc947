/**
 * Tests of the events of a stream.
 */
@NullMarked
package io.hilum.dialects.sse;

import org.jspecify.annotations.NullMarked;
