/**
 * Tests of the cache of answers.
 */
@NullMarked
package io.hilum.routing.cache;

import org.jspecify.annotations.NullMarked;
