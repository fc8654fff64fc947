/**
 * Hours of provisioned throughput on their topic.
 */
@NullMarked
package io.hilum.routing.provision.kafka;

import org.jspecify.annotations.NullMarked;
