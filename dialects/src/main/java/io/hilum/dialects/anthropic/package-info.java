/**
 * Between OpenAI's chat completions and Anthropic's Messages API.
 */
@NullMarked
package io.hilum.dialects.anthropic;

import org.jspecify.annotations.NullMarked;
