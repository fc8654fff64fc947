/**
 * Provisioned throughput as routing-service tells of it.
 */
@NullMarked
package io.hilum.usage.provision.kafka;

import org.jspecify.annotations.NullMarked;
