/**
 * Transactions of Postgres.
 */
@NullMarked
package io.hilum.usage.transaction.r2dbc;

import org.jspecify.annotations.NullMarked;
