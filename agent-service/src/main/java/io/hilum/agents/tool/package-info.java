/**
 * What a model may call, and the guard in front of it.
 */
@NullMarked
package io.hilum.agents.tool;

import org.jspecify.annotations.NullMarked;
