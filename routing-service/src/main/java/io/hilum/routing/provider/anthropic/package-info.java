/**
 * The way to Anthropic's Messages API.
 */
@NullMarked
package io.hilum.routing.provider.anthropic;

import org.jspecify.annotations.NullMarked;
