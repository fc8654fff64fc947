package io.hilum.routing.policy;

/**
 * A policy of the catalogue.
 *
 * @param id its name
 * @param effect what it does
 * @param condition when it does it
 * @param reason what the caller is told
 */
public record Policy(String id, Effect effect, Condition condition, String reason) {

}
