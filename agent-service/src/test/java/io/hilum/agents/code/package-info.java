/**
 * Tests of code sets.
 */
@NullMarked
package io.hilum.agents.code;

import org.jspecify.annotations.NullMarked;
