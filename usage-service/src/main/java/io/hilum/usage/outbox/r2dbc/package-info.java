/**
 * Events that wait for publication, in Postgres.
 */
@NullMarked
package io.hilum.usage.outbox.r2dbc;

import org.jspecify.annotations.NullMarked;
