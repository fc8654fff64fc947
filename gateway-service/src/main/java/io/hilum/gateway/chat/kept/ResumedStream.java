package io.hilum.gateway.chat.kept;

import io.hilum.gateway.chat.wire.SseReader;
import io.hilum.gateway.chat.wire.SseWriter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leaves out of a stream what its reader has had already. Mutable; for one stream.
 */
final class ResumedStream implements SseReader.Listener {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final byte[] NOTHING = {};

	private final int after;

	private final SseReader reader;

	private final SseWriter out = new SseWriter();

	private boolean behind;

	/**
	 * Create it.
	 * @param after the number of the last event that is left out
	 * @param maxEvent the largest event, in bytes
	 */
	ResumedStream(int after, int maxEvent) {
		this.after = after;
		this.reader = new SseReader(maxEvent, this);
	}

	/**
	 * Take a stream up. To be subscribed once.
	 * @param events the stream from its begin
	 * @return what follows
	 */
	Flux<byte[]> of(Flux<byte[]> events) {
		return events.map(this::accept).filter((rest) -> rest.length > 0);
	}

	private byte[] accept(byte[] bytes) {
		this.reader.feed(bytes);
		byte[] rest = this.out.take();
		return (rest != null) ? rest : NOTHING;
	}

	@Override
	public void event(@Nullable String name, byte[] data) {
		this.behind = this.behind || JSON.readTree(data).path("sequence_number").asInt(this.after + 1) > this.after;
		if (this.behind) {
			this.out.event(name, data);
		}
	}

	@Override
	public void comment() {
		this.out.comment();
	}

}
