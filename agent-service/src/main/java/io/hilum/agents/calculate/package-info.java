/**
 * Clinical calculators with their published formulas, and conversion of units.
 */
@NullMarked
package io.hilum.agents.calculate;

import org.jspecify.annotations.NullMarked;
