/**
 * Detectors of identifiers that have a written form: numbers, addresses, dates.
 */
@NullMarked
package io.hilum.phi.detect.pattern;

import org.jspecify.annotations.NullMarked;
