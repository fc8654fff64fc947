/**
 * Audit events from their topic.
 */
@NullMarked
package io.hilum.usage.audit.kafka;

import org.jspecify.annotations.NullMarked;
