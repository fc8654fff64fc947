/**
 * Usage events from their topic.
 */
@NullMarked
package io.hilum.usage.intake.kafka;

import org.jspecify.annotations.NullMarked;
