/**
 * The chain of evidence: linked, batched, signed, verifiable by anyone.
 */
@NullMarked
package io.hilum.usage.audit;

import org.jspecify.annotations.NullMarked;
