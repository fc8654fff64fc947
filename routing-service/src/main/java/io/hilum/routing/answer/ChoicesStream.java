package io.hilum.routing.answer;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.sse.EventData;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of a chat completion or of a completion (OpenAI). It ends with
 * {@code [DONE]}; a server that leaves that out has still said all when every choice has
 * its {@code finish_reason}. Usage comes in the last chunk, in the last one with choices
 * or in each; the client gets it once, behind all choices, if it asked for it. A chunk
 * goes on as it came unless OpenAI's clients could not read it.
 */
final class ChoicesStream implements StreamReader {

	private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);

	private final ChunkScan scan;

	private final ChatRepair repair;

	private final boolean usageAsked;

	private final Told told = new Told();

	private boolean begun;

	private boolean held;

	private byte[] rewritten = {};

	private byte[] usageEvent = {};

	private ChoicesStream(boolean chat, boolean usageAsked) {
		this.scan = new ChunkScan(chat);
		this.repair = new ChatRepair(chat, this.scan);
		this.usageAsked = usageAsked;
	}

	static StreamReader ofChat(boolean usageAsked) {
		return new ChoicesStream(true, usageAsked);
	}

	static StreamReader ofCompletions(boolean usageAsked) {
		return new ChoicesStream(false, usageAsked);
	}

	@Override
	public Step read(EventData data) {
		if (data.isDone()) {
			return (this.begun || this.held) ? Step.LAST : Step.BROKEN;
		}
		if (!data.isObject() || !this.scan.read(data)) {
			return Step.BROKEN;
		}
		if (this.scan.isError()) {
			return Step.ERROR;
		}
		return chunk(this.scan.hasUsageElsewhere() ? this.repair.withUsage(data) : data);
	}

	private Step chunk(EventData data) {
		if (this.scan.hasUsage() || this.told.model() == null) {
			this.told.note(data);
		}
		if (this.scan.choices() == 0) {
			return withoutChoices(data);
		}
		this.begun = true;
		if (!this.scan.needsRepair() && !this.scan.hasUsage()) {
			return Step.PASS;
		}
		return mend(data);
	}

	/**
	 * The chunk with the usage, or one with nothing but what a server adds of its own,
	 * such as Azure's results of filters.
	 */
	private Step withoutChoices(EventData data) {
		if (this.scan.hasUsage()) {
			this.held = true;
			this.usageEvent = this.repair.usageOnly(data);
			return Step.DROP;
		}
		if (!this.scan.hasChoices()) {
			this.rewritten = this.repair.withChoices(data);
			return this.begun ? Step.REWRITE : Step.DROP;
		}
		this.held = true;
		return this.begun ? Step.PASS : Step.HOLD;
	}

	private Step mend(EventData data) {
		ChatRepair.Mended mended = this.repair.chunk(data);
		if (mended.usage() != null) {
			this.usageEvent = mended.usage();
		}
		this.rewritten = mended.event();
		return Step.REWRITE;
	}

	@Override
	public byte[] rewritten() {
		return this.rewritten;
	}

	@Override
	public byte[] beforeLast() {
		return this.usageAsked ? this.usageEvent : new byte[0];
	}

	@Override
	public byte @Nullable [] missingLast() {
		return (this.begun && this.scan.allFinished()) ? DONE : null;
	}

	@Override
	public boolean filtered() {
		return this.scan.isFiltered();
	}

	@Override
	public @Nullable String model() {
		return this.told.model();
	}

	@Override
	public @Nullable String tier() {
		return this.told.tier();
	}

	@Override
	public @Nullable TokenCounts usage() {
		return this.told.usage();
	}

	@Override
	public long streamedTokens() {
		return this.scan.streamedTokens();
	}

}
