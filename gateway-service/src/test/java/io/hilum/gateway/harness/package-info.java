/**
 * A whole gateway on real Kafka and Redis, between services that follow a script.
 */
@NullMarked
package io.hilum.gateway.harness;

import org.jspecify.annotations.NullMarked;
