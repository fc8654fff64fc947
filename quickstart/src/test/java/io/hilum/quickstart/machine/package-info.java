/**
 * Tests of the checks before a start.
 */
@NullMarked
package io.hilum.quickstart.machine;

import org.jspecify.annotations.NullMarked;
