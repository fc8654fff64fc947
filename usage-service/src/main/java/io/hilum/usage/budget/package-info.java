/**
 * Limits of spending, as administrators set them.
 */
@NullMarked
package io.hilum.usage.budget;

import org.jspecify.annotations.NullMarked;
