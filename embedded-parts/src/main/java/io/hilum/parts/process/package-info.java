/**
 * Processes that live inside ours: started, watched, stopped, and never left behind.
 */
@NullMarked
package io.hilum.parts.process;

import org.jspecify.annotations.NullMarked;
