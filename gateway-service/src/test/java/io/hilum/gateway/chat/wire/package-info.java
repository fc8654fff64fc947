/**
 * Tests of what passes over the wire.
 */
@NullMarked
package io.hilum.gateway.chat.wire;

import org.jspecify.annotations.NullMarked;
