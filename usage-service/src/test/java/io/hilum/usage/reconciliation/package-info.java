/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.reconciliation;

import org.jspecify.annotations.NullMarked;
