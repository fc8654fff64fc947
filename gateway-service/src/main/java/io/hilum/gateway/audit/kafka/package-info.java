/**
 * Audit events on their way to hilum.audit.v1 by the journal on disk.
 */
@NullMarked
package io.hilum.gateway.audit.kafka;

import org.jspecify.annotations.NullMarked;
