/**
 * The ledger as files for those who analyse it.
 */
@NullMarked
package io.hilum.usage.export;

import org.jspecify.annotations.NullMarked;
