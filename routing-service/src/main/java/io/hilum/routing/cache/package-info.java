/**
 * Answers that were given before, for whom they may be given again.
 */
@NullMarked
package io.hilum.routing.cache;

import org.jspecify.annotations.NullMarked;
