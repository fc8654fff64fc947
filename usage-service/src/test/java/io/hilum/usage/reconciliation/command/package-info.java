/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.reconciliation.command;

import org.jspecify.annotations.NullMarked;
