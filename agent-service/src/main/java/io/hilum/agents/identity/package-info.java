/**
 * Whom this service believes, and as whom it asks the gateway.
 */
@NullMarked
package io.hilum.agents.identity;

import org.jspecify.annotations.NullMarked;
