/**
 * The agents: what each is told, may call, and must show.
 */
@NullMarked
package io.hilum.agents.agent;

import org.jspecify.annotations.NullMarked;
