/**
 * The command that makes the scrubber's model of names and places.
 */
@NullMarked
package io.hilum.phi.training;

import org.jspecify.annotations.NullMarked;
