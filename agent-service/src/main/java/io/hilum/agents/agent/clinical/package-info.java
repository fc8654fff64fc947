/**
 * The agent that summarises, drafts letters and answers, with citations.
 */
@NullMarked
package io.hilum.agents.agent.clinical;

import org.jspecify.annotations.NullMarked;
