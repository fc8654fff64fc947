/**
 * Public code sets and the tools that look them up.
 */
@NullMarked
package io.hilum.agents.code;

import org.jspecify.annotations.NullMarked;
