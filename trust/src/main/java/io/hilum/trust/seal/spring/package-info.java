/**
 * Sealing as a part of a service that Spring puts together: which keys wrap, and how the
 * keys that they wrapped follow them.
 */
@NullMarked
package io.hilum.trust.seal.spring;

import org.jspecify.annotations.NullMarked;
