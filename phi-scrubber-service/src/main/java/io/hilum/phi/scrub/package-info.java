/**
 * Text in, de-identified text out: the whole way of a request, without any framework.
 */
@NullMarked
package io.hilum.phi.scrub;

import org.jspecify.annotations.NullMarked;
