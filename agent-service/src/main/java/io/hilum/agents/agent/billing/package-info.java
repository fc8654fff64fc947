/**
 * The agent that explains denials and checks codes against documentation.
 */
@NullMarked
package io.hilum.agents.agent.billing;

import org.jspecify.annotations.NullMarked;
