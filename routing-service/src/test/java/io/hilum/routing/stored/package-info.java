/**
 * Tests of responses that a provider keeps.
 */
@NullMarked
package io.hilum.routing.stored;

import org.jspecify.annotations.NullMarked;
