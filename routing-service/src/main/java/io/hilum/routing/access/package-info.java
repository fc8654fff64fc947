/**
 * What usage-service says about budgets, by its topic.
 */
@NullMarked
package io.hilum.routing.access;

import org.jspecify.annotations.NullMarked;
