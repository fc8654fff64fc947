/**
 * Speaks MCP to programs outside, by the protocol's SDK for Java.
 */
@NullMarked
package io.hilum.agents.offer.mcp;

import org.jspecify.annotations.NullMarked;
