package io.hilum.routing.provider.http;

import java.io.ByteArrayOutputStream;

import io.hilum.routing.provider.ProviderFailure;

/**
 * Collects the parts of a body up to a bound. Created per body and not thread-safe.
 */
final class Collector {

	private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

	private final long maxBytes;

	private final boolean cut;

	private byte[] only = {};

	Collector(long maxBytes, boolean cut) {
		this.maxBytes = maxBytes;
		this.cut = cut;
	}

	void add(byte[] part) {
		long room = this.maxBytes - this.collected.size() - this.only.length;
		if (part.length > room && !this.cut) {
			throw ProviderFailure.of(ProviderFailure.Kind.BROKEN);
		}
		if (this.collected.size() == 0 && this.only.length == 0 && part.length <= room) {
			this.only = part;
			return;
		}
		this.collected.writeBytes(this.only);
		this.only = new byte[0];
		this.collected.write(part, 0, (int) Math.min(part.length, Math.max(0, room)));
	}

	byte[] bytes() {
		return (this.only.length > 0) ? this.only : this.collected.toByteArray();
	}

}
