/**
 * Backlogs as Postgres shows them.
 */
@NullMarked
package io.hilum.usage.telemetry.r2dbc;

import org.jspecify.annotations.NullMarked;
