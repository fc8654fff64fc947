/**
 * Finds what is known already: identities that came with the request, numbers that were
 * found elsewhere in it, and words that a hospital listed.
 */
@NullMarked
package io.hilum.phi.detect.known;

import org.jspecify.annotations.NullMarked;
