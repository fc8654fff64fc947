/**
 * The agent that proposes diagnosis codes with the sentences that support them.
 */
@NullMarked
package io.hilum.agents.agent.coding;

import org.jspecify.annotations.NullMarked;
