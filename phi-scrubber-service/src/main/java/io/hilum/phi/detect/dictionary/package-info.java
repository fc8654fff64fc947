/**
 * Detector of names and places by lists of them and by the words around them.
 */
@NullMarked
package io.hilum.phi.detect.dictionary;

import org.jspecify.annotations.NullMarked;
