/**
 * What replicas tell each other about deployments, by a topic that may lose some of it.
 */
@NullMarked
package io.hilum.routing.health.kafka;

import org.jspecify.annotations.NullMarked;
