package io.hilum.usage.audit.verify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.hilum.usage.audit.chain.ChainedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Another copy of the events, read once from its beginning. Not thread-safe.
 */
final class EventCopy {

	private static final int PAGE = 1000;

	private final Iterator<ChainedEvent> events;

	private @Nullable ChainedEvent ahead;

	EventCopy(Iterator<ChainedEvent> events) {
		this.events = events;
		step();
	}

	List<ChainedEvent> until(long lastSequence) {
		List<ChainedEvent> lines = new ArrayList<>();
		for (ChainedEvent line = this.ahead; line != null && line.sequence() <= lastSequence; line = this.ahead) {
			lines.add(line);
			step();
		}
		return lines;
	}

	List<ChainedEvent> next() {
		List<ChainedEvent> lines = new ArrayList<>();
		for (ChainedEvent line = this.ahead; line != null && lines.size() < PAGE; line = this.ahead) {
			lines.add(line);
			step();
		}
		return lines;
	}

	boolean hasMore() {
		return this.ahead != null;
	}

	private void step() {
		this.ahead = this.events.hasNext() ? this.events.next() : null;
	}

}
