/**
 * The record system of the hospital, of which a run reads one patient.
 */
@NullMarked
package io.hilum.agents.record;

import org.jspecify.annotations.NullMarked;
