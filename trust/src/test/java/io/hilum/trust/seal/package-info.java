/**
 * Tests of sealing.
 */
@NullMarked
package io.hilum.trust.seal;

import org.jspecify.annotations.NullMarked;
