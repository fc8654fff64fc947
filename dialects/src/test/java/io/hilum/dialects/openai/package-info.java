/**
 * Tests of the dialects of OpenAI besides chat.
 */
@NullMarked
package io.hilum.dialects.openai;

import org.jspecify.annotations.NullMarked;
