package io.hilum.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

import io.hilum.journal.JournalRecord.Kind;

/**
 * The form of a record on the disk: length, CRC-32C (RFC 3720) of the payload, payload.
 * Big endian.
 */
final class Frame {

	/**
	 * The bytes before the payload.
	 */
	static final int HEADER_BYTES = 8;

	/**
	 * The longest payload; below the largest message that Kafka takes by default.
	 */
	static final int MAX_PAYLOAD_BYTES = 900 * 1024;

	private static final Kind[] KINDS = Kind.values();

	private Frame() {
	}

	static byte[] encode(JournalRecord record) {
		byte[] id = utf8(record.id());
		JournalEntry entry = record.entry();
		EncodedEntry encoded = (entry != null) ? EncodedEntry.of(entry) : null;
		int length = 1 + Long.BYTES + Short.BYTES + id.length + ((encoded != null) ? encoded.length() : 0);
		if (length > MAX_PAYLOAD_BYTES) {
			throw new IllegalArgumentException(
					"an entry may have at most " + MAX_PAYLOAD_BYTES + " bytes, has " + length);
		}
		ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + length);
		frame.putInt(length).putInt(0).put((byte) record.kind().ordinal()).putLong(record.timeMillis());
		putShort(frame, id);
		if (encoded != null) {
			encoded.writeTo(frame);
		}
		return frame.putInt(Integer.BYTES, crc(frame.array(), HEADER_BYTES, length)).array();
	}

	static JournalRecord decode(ByteBuffer payload) {
		try {
			Kind kind = KINDS[payload.get()];
			long timeMillis = payload.getLong();
			String id = getShort(payload);
			return new JournalRecord(kind, timeMillis, id, (kind != Kind.DISCARD) ? entry(payload) : null);
		}
		catch (BufferUnderflowException | ArrayIndexOutOfBoundsException ex) {
			throw new JournalException("a record with a right checksum is of another version of the journal", ex);
		}
	}

	static int crc(byte[] bytes, int offset, int length) {
		CRC32C crc = new CRC32C();
		crc.update(bytes, offset, length);
		return (int) crc.getValue();
	}

	private static JournalEntry entry(ByteBuffer payload) {
		String topic = getShort(payload);
		String key = getShort(payload);
		int count = payload.getShort();
		Map<String, String> headers = HashMap.newHashMap(count);
		for (int i = 0; i < count; i++) {
			headers.put(getShort(payload), getShort(payload));
		}
		byte[] value = new byte[payload.remaining()];
		payload.get(value);
		return new JournalEntry(topic, key, headers, value);
	}

	static byte[] utf8(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (bytes.length > Short.MAX_VALUE) {
			throw new IllegalArgumentException("a name may have at most 32767 bytes, has " + bytes.length);
		}
		return bytes;
	}

	static void putShort(ByteBuffer buffer, byte[] text) {
		buffer.putShort((short) text.length).put(text);
	}

	private static String getShort(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.getShort()];
		buffer.get(bytes);
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
