/**
 * How a text reads once its hidden forms are undone, with the way back to where each
 * character came from.
 */
@NullMarked
package io.hilum.phi.reading;

import org.jspecify.annotations.NullMarked;
