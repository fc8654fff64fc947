package io.hilum.usage.account;

/**
 * A new key with its secret, for the one answer that shows it.
 *
 * @param key the key
 * @param secret the whole key
 * @param inForce whether the event bus has acknowledged it
 */
public record IssuedKey(ApiKey key, KeySecret secret, boolean inForce) {
}
