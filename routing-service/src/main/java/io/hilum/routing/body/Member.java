package io.hilum.routing.body;

/**
 * A member of a JSON object: where its name begins and where its value lies.
 *
 * @param nameStart the quote before the name
 * @param value the value
 */
record Member(int nameStart, Span value) {

}
