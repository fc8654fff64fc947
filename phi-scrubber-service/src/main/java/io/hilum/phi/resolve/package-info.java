/**
 * From overlapping guesses to spans of which each unit of the text has at most one.
 */
@NullMarked
package io.hilum.phi.resolve;

import org.jspecify.annotations.NullMarked;
