/**
 * The gateway as agents see it, scripted.
 */
@NullMarked
package io.hilum.agents.harness;

import org.jspecify.annotations.NullMarked;
