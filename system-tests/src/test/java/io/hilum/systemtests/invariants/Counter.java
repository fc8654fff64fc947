package io.hilum.systemtests.invariants;

/**
 * What Redis says was spent and is held of a scope in one window.
 *
 * @param scope such as {@code organisation} or {@code key:k1}
 */
public record Counter(String key, String scope, long spentNanoUsd, long heldNanoUsd) {

}
