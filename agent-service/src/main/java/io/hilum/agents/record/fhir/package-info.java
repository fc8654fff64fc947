/**
 * Reads the record over FHIR R4.
 */
@NullMarked
package io.hilum.agents.record.fhir;

import org.jspecify.annotations.NullMarked;
