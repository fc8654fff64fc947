/**
 * The state of keys and budgets as the other services read it.
 */
@NullMarked
package io.hilum.usage.access;

import org.jspecify.annotations.NullMarked;
