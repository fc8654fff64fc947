/**
 * Tries every combination of policy and route of a catalogue before it comes into force.
 */
@NullMarked
package io.hilum.routing.catalogue.check;

import org.jspecify.annotations.NullMarked;
