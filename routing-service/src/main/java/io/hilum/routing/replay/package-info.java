/**
 * Decisions of the past, made again: with the same catalogue as evidence, with another
 * one to see what it would have done.
 */
@NullMarked
package io.hilum.routing.replay;

import org.jspecify.annotations.NullMarked;
