/**
 * Tests of the coding agent.
 */
@NullMarked
package io.hilum.agents.agent.coding;

import org.jspecify.annotations.NullMarked;
