package io.hilum.usage.inbox;

/**
 * One record as it came, not yet read.
 *
 * @param offset its place in the partition
 * @param value its bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Letter(long offset, byte[] value) {
}
