/**
 * Warnings of budgets on their topic.
 */
@NullMarked
package io.hilum.routing.budget.kafka;

import org.jspecify.annotations.NullMarked;
