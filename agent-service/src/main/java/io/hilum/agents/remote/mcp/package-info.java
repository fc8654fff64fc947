/**
 * Asks MCP servers by the protocol's SDK for Java.
 */
@NullMarked
package io.hilum.agents.remote.mcp;

import org.jspecify.annotations.NullMarked;
