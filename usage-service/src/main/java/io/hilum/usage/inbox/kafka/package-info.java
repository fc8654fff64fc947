/**
 * Reads topics from the position that the store remembers.
 */
@NullMarked
package io.hilum.usage.inbox.kafka;

import org.jspecify.annotations.NullMarked;
