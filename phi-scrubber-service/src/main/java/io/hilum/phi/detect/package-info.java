/**
 * Finding identifiers in a text: the port {@link io.hilum.phi.detect.Detector} and what
 * its adapters share.
 */
@NullMarked
package io.hilum.phi.detect;

import org.jspecify.annotations.NullMarked;
