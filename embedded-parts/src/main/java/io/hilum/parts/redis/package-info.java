/**
 * Redis as a process of this machine.
 */
@NullMarked
package io.hilum.parts.redis;

import org.jspecify.annotations.NullMarked;
