/**
 * Tests of sealing as a part of a service.
 */
@NullMarked
package io.hilum.trust.seal.spring;

import org.jspecify.annotations.NullMarked;
