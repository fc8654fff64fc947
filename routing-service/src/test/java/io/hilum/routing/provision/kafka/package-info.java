/**
 * Tests of provisioned throughput on its topic.
 */
@NullMarked
package io.hilum.routing.provision.kafka;

import org.jspecify.annotations.NullMarked;
