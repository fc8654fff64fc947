/**
 * Tests for the catalogue as it runs.
 */
@NullMarked
package io.hilum.routing.overview;

import org.jspecify.annotations.NullMarked;
