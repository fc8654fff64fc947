/**
 * One chat request from its bytes to its audit event; start at ChatPipeline.
 */
@NullMarked
package io.hilum.gateway.chat;

import org.jspecify.annotations.NullMarked;
