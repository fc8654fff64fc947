/**
 * Tests of the second look at what leaves.
 */
@NullMarked
package io.hilum.routing.exit;

import org.jspecify.annotations.NullMarked;
