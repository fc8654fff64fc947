/**
 * Events in; ledger, accounts and evidence out.
 */
@NullMarked
package io.hilum.usage;

import org.jspecify.annotations.NullMarked;
