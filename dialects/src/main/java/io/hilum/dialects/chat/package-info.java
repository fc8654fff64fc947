/**
 * Answers in OpenAI's dialect of chat completions, whole and streamed.
 */
@NullMarked
package io.hilum.dialects.chat;

import org.jspecify.annotations.NullMarked;
