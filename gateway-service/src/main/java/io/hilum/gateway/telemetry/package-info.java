/**
 * What telemetry must not carry.
 */
@NullMarked
package io.hilum.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
