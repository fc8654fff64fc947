/**
 * Budgets in Redis: one script, one round trip.
 */
@NullMarked
package io.hilum.routing.budget.redis;

import org.jspecify.annotations.NullMarked;
