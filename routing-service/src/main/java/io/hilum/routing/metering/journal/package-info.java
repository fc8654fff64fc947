/**
 * Usage events by way of the journal on disk.
 */
@NullMarked
package io.hilum.routing.metering.journal;

import org.jspecify.annotations.NullMarked;
