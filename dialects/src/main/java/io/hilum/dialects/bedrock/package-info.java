/**
 * Translation between OpenAI's chat completions and Amazon Bedrock's Converse API.
 */
@NullMarked
package io.hilum.dialects.bedrock;

import org.jspecify.annotations.NullMarked;
