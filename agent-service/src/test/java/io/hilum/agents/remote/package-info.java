/**
 * Tests of tools of other servers.
 */
@NullMarked
package io.hilum.agents.remote;

import org.jspecify.annotations.NullMarked;
