/**
 * Real Postgres, Kafka and Redis for tests and for the quick start.
 */
@NullMarked
package io.hilum.parts;

import org.jspecify.annotations.NullMarked;
