/**
 * Tests of runs.
 */
@NullMarked
package io.hilum.agents.run;

import org.jspecify.annotations.NullMarked;
