/**
 * Tests with MCP servers, real ones and rude ones.
 */
@NullMarked
package io.hilum.agents.remote.mcp;

import org.jspecify.annotations.NullMarked;
