/**
 * The promises that hold after any fault, each checked against what can be seen from
 * outside and against nothing that a service says of itself.
 */
@NullMarked
package io.hilum.systemtests.invariants;

import org.jspecify.annotations.NullMarked;
