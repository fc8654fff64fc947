package io.hilum.routing.body;

/**
 * A range of bytes.
 *
 * @param start the first byte
 * @param end the byte behind the last
 */
record Span(int start, int end) {

}
