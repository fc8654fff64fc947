package io.hilum.systemtests.invariants;

/**
 * A hard budget.
 *
 * @param scope whose it is
 */
public record Limit(String scope, long nanoUsd) {

}
