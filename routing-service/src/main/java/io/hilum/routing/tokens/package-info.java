/**
 * How many tokens were used, by whose count, and what they cost.
 */
@NullMarked
package io.hilum.routing.tokens;

import org.jspecify.annotations.NullMarked;
