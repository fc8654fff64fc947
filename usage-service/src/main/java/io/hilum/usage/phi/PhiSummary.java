package io.hilum.usage.phi;

/**
 * What was done about identifiers over all requests of a query.
 *
 * @param requests how many requests there were
 * @param withIdentifiers in how many of them identifiers were replaced
 * @param raw how many left with text or media that may name a patient
 */
public record PhiSummary(long requests, long withIdentifiers, long raw) {
}
