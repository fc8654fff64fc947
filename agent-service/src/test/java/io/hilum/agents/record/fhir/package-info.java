/**
 * Tests of the record over a real FHIR server, and over one that misbehaves.
 */
@NullMarked
package io.hilum.agents.record.fhir;

import org.jspecify.annotations.NullMarked;
