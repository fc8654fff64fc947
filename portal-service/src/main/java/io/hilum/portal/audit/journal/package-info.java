/**
 * Audit events by way of the journal on disk to Kafka.
 */
@NullMarked
package io.hilum.portal.audit.journal;

import org.jspecify.annotations.NullMarked;
