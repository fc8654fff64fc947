/**
 * Who asks, as the signed context of the gateway says.
 */
@NullMarked
package io.hilum.usage.identity;

import org.jspecify.annotations.NullMarked;
