/**
 * Tests of the parts, on the parts.
 */
@NullMarked
package io.hilum.parts;

import org.jspecify.annotations.NullMarked;
