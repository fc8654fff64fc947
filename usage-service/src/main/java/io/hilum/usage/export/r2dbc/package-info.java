/**
 * The rows of exports, from Postgres.
 */
@NullMarked
package io.hilum.usage.export.r2dbc;

import org.jspecify.annotations.NullMarked;
