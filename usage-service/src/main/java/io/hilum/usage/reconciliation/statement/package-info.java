/**
 * The files in which providers say what was used.
 */
@NullMarked
package io.hilum.usage.reconciliation.statement;

import org.jspecify.annotations.NullMarked;
