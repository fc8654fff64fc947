/**
 * Server-sent events out of buffers that are cut anywhere.
 */
@NullMarked
package io.hilum.dialects.sse;

import org.jspecify.annotations.NullMarked;
