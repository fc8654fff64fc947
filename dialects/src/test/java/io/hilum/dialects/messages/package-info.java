/**
 * Tests of the dialects of Anthropic's clients.
 */
@NullMarked
package io.hilum.dialects.messages;

import org.jspecify.annotations.NullMarked;
