/**
 * The second look: the bytes that leave for a provider are searched once more, by other
 * means than those of the scrubber, for identifiers that cannot be mistaken.
 */
@NullMarked
package io.hilum.routing.exit;

import org.jspecify.annotations.NullMarked;
