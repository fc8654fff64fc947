/**
 * Detectors of numbers that prove themselves by a check digit.
 */
@NullMarked
package io.hilum.phi.detect.checksum;

import org.jspecify.annotations.NullMarked;
