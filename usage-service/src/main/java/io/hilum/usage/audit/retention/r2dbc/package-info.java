/**
 * Holds in Postgres.
 */
@NullMarked
package io.hilum.usage.audit.retention.r2dbc;

import org.jspecify.annotations.NullMarked;
