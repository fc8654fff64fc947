/**
 * Tests of what is sealed for which place.
 */
@NullMarked
package io.hilum.portal.seal;

import org.jspecify.annotations.NullMarked;
