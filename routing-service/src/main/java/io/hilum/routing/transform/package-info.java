/**
 * What a catalogue changes in requests and answers. Bytes that no rule names stay as they
 * are.
 */
@NullMarked
package io.hilum.routing.transform;

import org.jspecify.annotations.NullMarked;
