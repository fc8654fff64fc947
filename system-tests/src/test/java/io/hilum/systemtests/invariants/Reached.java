package io.hilum.systemtests.invariants;

/**
 * One request, as the provider saw it.
 *
 * @param eventId the id of its usage event, as the provider was told
 * @param question the number in its text, or -1
 * @param inputTokens what the provider counts
 * @param outputTokens what the provider generates if nobody hangs up
 * @param characters how long the text is that it generates
 */
public record Reached(String eventId, long question, long inputTokens, long outputTokens, long characters) {

}
