/**
 * Tests of keys in Postgres.
 */
@NullMarked
package io.hilum.usage.account.r2dbc;

import org.jspecify.annotations.NullMarked;
