/**
 * Tests of finding what is known already.
 */
@NullMarked
package io.hilum.phi.detect.known;

import org.jspecify.annotations.NullMarked;
