/**
 * The last event of each key or budget, in Postgres.
 */
@NullMarked
package io.hilum.usage.access.r2dbc;

import org.jspecify.annotations.NullMarked;
