package io.hilum.gateway.chat;

import java.util.Map;

import reactor.core.publisher.Flux;

/**
 * An answer as the client gets it.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param streamed whether each piece is flushed at once
 * @param body the body
 */
record ChatAnswer(int status, Map<String, String> headers, boolean streamed, Flux<byte[]> body) {
}
