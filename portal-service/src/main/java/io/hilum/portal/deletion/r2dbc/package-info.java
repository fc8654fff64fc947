/**
 * Receipts, leases and what is due, in Postgres.
 */
@NullMarked
package io.hilum.portal.deletion.r2dbc;

import org.jspecify.annotations.NullMarked;
