/**
 * Asks models through the gateway.
 */
@NullMarked
package io.hilum.agents.model.http;

import org.jspecify.annotations.NullMarked;
