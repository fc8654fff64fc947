package io.hilum.agents.code;

/**
 * A code of a public code set.
 *
 * @param code the code as people write it
 * @param description what it means
 * @param billable whether it may stand on a claim; a category of ICD-10-CM may not
 */
public record CodeEntry(String code, String description, boolean billable) {
}
