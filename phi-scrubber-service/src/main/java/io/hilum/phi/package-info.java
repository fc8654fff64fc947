/**
 * phi-scrubber-service: text in, de-identified text out.
 */
@NullMarked
package io.hilum.phi;

import org.jspecify.annotations.NullMarked;
