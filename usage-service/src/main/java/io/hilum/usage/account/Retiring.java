package io.hilum.usage.account;

import java.time.Instant;

/**
 * The secret that a key had before its present one, which opens for a while, so that
 * programs can change from one to the other without a gap.
 *
 * @param sha256 SHA-256 of the whole key in hex; never shown
 * @param until until when it opens
 */
public record Retiring(String sha256, Instant until) {
}
