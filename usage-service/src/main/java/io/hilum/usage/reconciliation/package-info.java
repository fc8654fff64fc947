/**
 * What providers say was used, beside what the ledger has.
 */
@NullMarked
package io.hilum.usage.reconciliation;

import org.jspecify.annotations.NullMarked;
