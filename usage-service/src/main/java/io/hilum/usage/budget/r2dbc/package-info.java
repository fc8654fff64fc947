/**
 * Budgets in Postgres.
 */
@NullMarked
package io.hilum.usage.budget.r2dbc;

import org.jspecify.annotations.NullMarked;
