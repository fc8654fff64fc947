/**
 * The access topic, read whole and then live.
 */
@NullMarked
package io.hilum.routing.access.kafka;

import org.jspecify.annotations.NullMarked;
