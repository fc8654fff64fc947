/**
 * Runs of agents: the loop, its bounds and what is visible of it.
 */
@NullMarked
package io.hilum.agents.run;

import org.jspecify.annotations.NullMarked;
