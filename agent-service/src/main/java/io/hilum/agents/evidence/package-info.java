/**
 * What a statement may rest on, and whether it does.
 */
@NullMarked
package io.hilum.agents.evidence;

import org.jspecify.annotations.NullMarked;
