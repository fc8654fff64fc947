package io.hilum.gateway.chat.kept;

/**
 * A response that is read as a stream.
 *
 * @param response the response
 * @param id how its caller calls it
 * @param subject the caller
 * @param requestId the id of the request, for errors
 * @param startingAfter the number of the last event that the caller has, or -1
 */
public record KeptReading(KeptResponse response, String id, String subject, String requestId, int startingAfter) {

}
