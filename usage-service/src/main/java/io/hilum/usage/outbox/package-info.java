/**
 * Publishes what was decided: stored with the decision, relayed in order.
 */
@NullMarked
package io.hilum.usage.outbox;

import org.jspecify.annotations.NullMarked;
