/**
 * Names, places and organisations by a statistical tagger of our own: features of words
 * and their neighbours, a linear chain over tags, a model file that
 * {@code make phi-model} trains.
 */
@NullMarked
package io.hilum.phi.detect.tagger;

import org.jspecify.annotations.NullMarked;
