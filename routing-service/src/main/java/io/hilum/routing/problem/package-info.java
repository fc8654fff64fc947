/**
 * Why a request is refused, and how the client is told.
 */
@NullMarked
package io.hilum.routing.problem;

import org.jspecify.annotations.NullMarked;
