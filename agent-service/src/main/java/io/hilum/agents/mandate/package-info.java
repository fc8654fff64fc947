/**
 * On whose behalf a run asks, and the way back to the gateway.
 */
@NullMarked
package io.hilum.agents.mandate;

import org.jspecify.annotations.NullMarked;
