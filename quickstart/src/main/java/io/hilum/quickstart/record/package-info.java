/**
 * A hospital's record system for trying things out: two invented patients, over FHIR R4.
 */
@NullMarked
package io.hilum.quickstart.record;

import org.jspecify.annotations.NullMarked;
