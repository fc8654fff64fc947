/**
 * OpenAI's dialects besides chat: responses and completions, as chat completions.
 */
@NullMarked
package io.hilum.dialects.openai;

import org.jspecify.annotations.NullMarked;
