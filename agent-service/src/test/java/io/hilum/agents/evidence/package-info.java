/**
 * Tests of quotations.
 */
@NullMarked
package io.hilum.agents.evidence;

import org.jspecify.annotations.NullMarked;
