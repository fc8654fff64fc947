/**
 * The chain and its heads in Postgres.
 */
@NullMarked
package io.hilum.usage.audit.r2dbc;

import org.jspecify.annotations.NullMarked;
