/**
 * Training and judging of the linear chain that the scrubber's tagger runs.
 */
@NullMarked
package io.hilum.phi.training.chain;

import org.jspecify.annotations.NullMarked;
