/**
 * Tests of child processes.
 */
@NullMarked
package io.hilum.parts.process;

import org.jspecify.annotations.NullMarked;
