/**
 * Tests of the translation to Anthropic's Messages API.
 */
@NullMarked
package io.hilum.dialects.anthropic;

import org.jspecify.annotations.NullMarked;
