/**
 * A bounded journal on disk: what was recorded survives the death of the process and is
 * published in order.
 */
@NullMarked
package io.hilum.journal;

import org.jspecify.annotations.NullMarked;
