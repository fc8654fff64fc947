/**
 * Tests of words and their marks.
 */
@NullMarked
package io.hilum.portal.word;

import org.jspecify.annotations.NullMarked;
