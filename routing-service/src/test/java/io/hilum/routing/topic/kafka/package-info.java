/**
 * Tests of reading topics as a whole.
 */
@NullMarked
package io.hilum.routing.topic.kafka;

import org.jspecify.annotations.NullMarked;
