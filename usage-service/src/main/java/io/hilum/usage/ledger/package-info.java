/**
 * What each request used and cost: written once, never changed.
 */
@NullMarked
package io.hilum.usage.ledger;

import org.jspecify.annotations.NullMarked;
