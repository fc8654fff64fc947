/**
 * Tests of reading topics.
 */
@NullMarked
package io.hilum.usage.inbox.kafka;

import org.jspecify.annotations.NullMarked;
