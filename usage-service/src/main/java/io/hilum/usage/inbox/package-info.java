/**
 * Takes each record of a topic into effect exactly once.
 */
@NullMarked
package io.hilum.usage.inbox;

import org.jspecify.annotations.NullMarked;
