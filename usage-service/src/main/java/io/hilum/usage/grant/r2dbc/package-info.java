/**
 * Grants in Postgres.
 */
@NullMarked
package io.hilum.usage.grant.r2dbc;

import org.jspecify.annotations.NullMarked;
