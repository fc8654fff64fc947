/**
 * Tests of the writing of chat completions.
 */
@NullMarked
package io.hilum.dialects.chat;

import org.jspecify.annotations.NullMarked;
