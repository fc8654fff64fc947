/**
 * Usage events on their way into the ledger.
 */
@NullMarked
package io.hilum.usage.intake;

import org.jspecify.annotations.NullMarked;
