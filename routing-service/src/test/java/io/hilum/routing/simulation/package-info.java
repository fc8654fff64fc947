/**
 * Tests for requests that are only supposed.
 */
@NullMarked
package io.hilum.routing.simulation;

import org.jspecify.annotations.NullMarked;
