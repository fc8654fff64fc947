/**
 * Bodies and event streams as bytes: ranges that are replaced, events that are taken out
 * and written.
 */
@NullMarked
package io.hilum.gateway.chat.wire;

import org.jspecify.annotations.NullMarked;
