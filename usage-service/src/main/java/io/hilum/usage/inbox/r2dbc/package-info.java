/**
 * Positions and dead letters in Postgres, in the transaction of the effect.
 */
@NullMarked
package io.hilum.usage.inbox.r2dbc;

import org.jspecify.annotations.NullMarked;
