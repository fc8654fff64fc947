package io.hilum.systemtests.collector;

/**
 * A span as a service exported it.
 *
 * @param service the name of the service
 * @param traceId the id of its trace in hex
 * @param spanId its id in hex
 * @param parentId the id of its parent in hex, empty at the root
 * @param kind its kind, such as {@code SERVER}
 * @param name its name
 */
public record CollectedSpan(String service, String traceId, String spanId, String parentId, String kind, String name) {
}
