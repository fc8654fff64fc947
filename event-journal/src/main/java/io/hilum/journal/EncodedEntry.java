package io.hilum.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry whose names are encoded, so that its length is known before it is written.
 */
record EncodedEntry(List<byte[]> names, byte[] value) {

	static EncodedEntry of(JournalEntry entry) {
		List<byte[]> names = new ArrayList<>(2 + 2 * entry.headers().size());
		names.add(Frame.utf8(entry.topic()));
		names.add(Frame.utf8(entry.key()));
		entry.headers().forEach((name, value) -> {
			names.add(Frame.utf8(name));
			names.add(Frame.utf8(value));
		});
		return new EncodedEntry(names, entry.value());
	}

	int length() {
		int length = Short.BYTES + this.value.length;
		for (byte[] name : this.names) {
			length += Short.BYTES + name.length;
		}
		return length;
	}

	void writeTo(ByteBuffer buffer) {
		Frame.putShort(buffer, this.names.get(0));
		Frame.putShort(buffer, this.names.get(1));
		buffer.putShort((short) (this.names.size() / 2 - 1));
		this.names.subList(2, this.names.size()).forEach((name) -> Frame.putShort(buffer, name));
		buffer.put(this.value);
	}

}
