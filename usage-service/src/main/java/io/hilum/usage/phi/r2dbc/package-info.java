/**
 * Numbers of identifiers from the ledger in Postgres.
 */
@NullMarked
package io.hilum.usage.phi.r2dbc;

import org.jspecify.annotations.NullMarked;
