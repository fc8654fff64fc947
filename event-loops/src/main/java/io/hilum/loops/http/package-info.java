/**
 * Answers of HTTP on event loops, and the bytes of bodies.
 */
@NullMarked
package io.hilum.loops.http;

import org.jspecify.annotations.NullMarked;
