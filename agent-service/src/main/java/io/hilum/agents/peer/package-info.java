/**
 * Addresses of what is neither the gateway nor a part of Hilum.
 */
@NullMarked
package io.hilum.agents.peer;

import org.jspecify.annotations.NullMarked;
