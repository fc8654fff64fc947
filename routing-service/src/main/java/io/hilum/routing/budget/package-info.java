/**
 * What a request may cost at most, held before and settled after.
 */
@NullMarked
package io.hilum.routing.budget;

import org.jspecify.annotations.NullMarked;
