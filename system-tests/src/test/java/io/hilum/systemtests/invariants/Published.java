package io.hilum.systemtests.invariants;

/**
 * One record of a topic.
 *
 * @param id the id of its event
 * @param requestId of which request it is
 */
public record Published(String topic, int partition, long offset, String id, String requestId) {

}
