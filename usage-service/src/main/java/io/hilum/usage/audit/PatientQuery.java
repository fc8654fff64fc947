package io.hilum.usage.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which events of one patient are searched for, the latest first.
 *
 * @param patient the keyed token of the patient
 * @param from not before
 * @param to not after
 * @param before of lower sequence
 */
public record PatientQuery(String patient, @Nullable Instant from, @Nullable Instant to, @Nullable Long before) {
}
