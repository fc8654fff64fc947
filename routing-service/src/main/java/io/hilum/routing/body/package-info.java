/**
 * The body of a request, read once and edited in place.
 */
@NullMarked
package io.hilum.routing.body;

import org.jspecify.annotations.NullMarked;
