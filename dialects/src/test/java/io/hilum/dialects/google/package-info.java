/**
 * Tests of Google's dialect, on requests and answers written after its published
 * description.
 */
@NullMarked
package io.hilum.dialects.google;

import org.jspecify.annotations.NullMarked;
