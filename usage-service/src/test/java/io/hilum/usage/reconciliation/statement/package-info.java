/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.reconciliation.statement;

import org.jspecify.annotations.NullMarked;
