/**
 * What the trust zones are made of: who may know whom, and on whose word.
 */
@NullMarked
package io.hilum.trust;

import org.jspecify.annotations.NullMarked;
