/**
 * Tests of what agents share, and of agents with one form of answer.
 */
@NullMarked
package io.hilum.agents.agent;

import org.jspecify.annotations.NullMarked;
