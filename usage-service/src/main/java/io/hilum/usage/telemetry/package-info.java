/**
 * What operators watch.
 */
@NullMarked
package io.hilum.usage.telemetry;

import org.jspecify.annotations.NullMarked;
