/**
 * Tests of the billing agent.
 */
@NullMarked
package io.hilum.agents.agent.billing;

import org.jspecify.annotations.NullMarked;
