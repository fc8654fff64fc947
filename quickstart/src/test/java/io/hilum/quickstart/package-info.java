/**
 * Tests of the quick start.
 */
@NullMarked
package io.hilum.quickstart;

import org.jspecify.annotations.NullMarked;
