/**
 * Tests of the guard in front of tools.
 */
@NullMarked
package io.hilum.agents.tool;

import org.jspecify.annotations.NullMarked;
