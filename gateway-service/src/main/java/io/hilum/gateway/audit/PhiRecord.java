package io.hilum.gateway.audit;

import java.util.Map;

/**
 * What happened to identifiers in one request, without any of them.
 *
 * @param state the state of the text that left: {@code NONE}, {@code DEIDENTIFIED} or
 * {@code RAW}
 * @param mode the mode of the role
 * @param counts how many identifiers of each type were replaced
 */
public record PhiRecord(String state, String mode, Map<String, Integer> counts) {
}
