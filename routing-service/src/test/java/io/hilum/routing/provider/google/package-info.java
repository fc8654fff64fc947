/**
 * Tests of the way to Google.
 */
@NullMarked
package io.hilum.routing.provider.google;

import org.jspecify.annotations.NullMarked;
