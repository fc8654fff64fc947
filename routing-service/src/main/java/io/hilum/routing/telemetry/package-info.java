/**
 * Meters and spans by the GenAI semantic conventions; never text.
 */
@NullMarked
package io.hilum.routing.telemetry;

import org.jspecify.annotations.NullMarked;
