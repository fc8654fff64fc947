/**
 * Answers of HTTP on event loops.
 */
@NullMarked
package io.hilum.loops.http;

import org.jspecify.annotations.NullMarked;
