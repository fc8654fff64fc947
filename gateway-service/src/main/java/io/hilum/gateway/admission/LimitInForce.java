package io.hilum.gateway.admission;

import io.hilum.gateway.policy.Limits;

/**
 * A limit that a request is counted by.
 *
 * @param of whose it is: {@code caller}, {@code owner}, {@code team} or {@code model}
 * @param limits the limit
 */
public record LimitInForce(String of, Limits limits) {
}
