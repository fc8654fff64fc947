package io.hilum.routing.budget;

/**
 * How much a scope may spend in a window.
 *
 * @param id the scope, as {@code team:cardiology}
 * @param version grows with each change; a reader never goes back
 * @param window the window
 * @param limitNanoUsd the limit in nano-dollars
 * @param hard whether the limit refuses requests, or is only watched
 */
public record Budget(String id, long version, BudgetWindow window, long limitNanoUsd, boolean hard) {

}
