/**
 * Hilum's own tools for programs outside: which, for whom, and what they say.
 */
@NullMarked
package io.hilum.agents.offer;

import org.jspecify.annotations.NullMarked;
