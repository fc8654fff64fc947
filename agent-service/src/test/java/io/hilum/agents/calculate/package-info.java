/**
 * Tests of calculators.
 */
@NullMarked
package io.hilum.agents.calculate;

import org.jspecify.annotations.NullMarked;
