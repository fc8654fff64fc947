/**
 * Finds what a hospital listed itself, and keeps what it listed as harmless.
 */
@NullMarked
package io.hilum.phi.detect.own;

import org.jspecify.annotations.NullMarked;
