/**
 * Faults under load, drawn by a seed, and the checker after each.
 */
@NullMarked
package io.hilum.systemtests.rounds;

import org.jspecify.annotations.NullMarked;
