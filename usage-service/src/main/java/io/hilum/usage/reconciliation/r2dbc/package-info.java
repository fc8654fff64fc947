/**
 * What the ledger has of a provider, from Postgres.
 */
@NullMarked
package io.hilum.usage.reconciliation.r2dbc;

import org.jspecify.annotations.NullMarked;
