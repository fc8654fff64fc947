/**
 * Holders in Postgres.
 */
@NullMarked
package io.hilum.portal.holder.r2dbc;

import org.jspecify.annotations.NullMarked;
