package io.hilum.routing.compatibility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.compatibility.Compatibility.Outcome;

/**
 * The table of what works, each cell filled in by a request.
 */
final class CompatibilityTable {

	static final String YES = "yes";

	static final String REFUSED = "refused";

	static final String NONE = "–";

	static final String LEFT_OUT = "left out";

	static final String LOST = "LOST";

	private final Compatibility compatibility;

	private final StringBuilder text = new StringBuilder();

	private final List<String> lost = new ArrayList<>();

	CompatibilityTable(Compatibility compatibility) {
		this.compatibility = compatibility;
	}

	/**
	 * The cells that should say anything else.
	 */
	List<String> lost() {
		return this.lost;
	}

	String write() {
		for (Surface surface : Surface.values()) {
			head(surface.title());
			for (Asked asked : Asked.values()) {
				if (asked.more(surface) != null) {
					row("asked: " + asked.title(), (vendor) -> asked(surface, asked, vendor));
				}
			}
			for (Answered answered : Answered.values()) {
				row("answer: " + answered.title(), (vendor) -> answered(surface, answered, vendor, false));
				row("stream: " + answered.title(), (vendor) -> answered(surface, answered, vendor, true));
			}
			row("stream: a cut is no end", (vendor) -> cut(surface, vendor));
			row("the provider's refusal", (vendor) -> refusal(surface, vendor));
			row("when to come again", (vendor) -> wait(surface, vendor));
		}
		head("Other operations");
		row("`/v1/embeddings`", this::embeddings);
		row("`/v1/messages/count_tokens`", this::counting);
		return this.text.toString();
	}

	private void head(String title) {
		this.text.append("\n## ").append(title).append("\n\n|");
		for (Vendor vendor : Vendor.values()) {
			this.text.append(" | ").append(vendor.title());
		}
		this.text.append(" |\n").append("| --- ".repeat(Vendor.values().length + 1)).append("|\n");
	}

	private void row(String title, Function<Vendor, String> cell) {
		StringBuilder row = new StringBuilder("| ").append(title);
		boolean any = false;
		for (Vendor vendor : Vendor.values()) {
			String value = cell.apply(vendor);
			any |= !NONE.equals(value);
			row.append(" | ").append(value);
			if (LOST.equals(value)) {
				this.lost.add(title + " at " + vendor.title());
			}
		}
		if (any) {
			this.text.append(row).append(" |\n");
		}
	}

	private String asked(Surface surface, Asked asked, Vendor vendor) {
		String more = asked.more(surface);
		if (vendor == Vendor.SANDBOX || more == null) {
			return NONE;
		}
		Outcome outcome = this.compatibility.ask(vendor, surface.endpoint(), surface.request(more), false);
		if (outcome.refusedByName()) {
			return REFUSED;
		}
		boolean reached = asked.isIn(outcome.asked(),
				() -> this.compatibility.ask(vendor, surface.endpoint(), surface.request(""), false).asked());
		return reached ? YES : (asked.mayBeLeftOut() && outcome.refusal() == null) ? LEFT_OUT : LOST;
	}

	private String answered(Surface surface, Answered answered, Vendor vendor, boolean stream) {
		if (!answered.exists(surface, vendor)) {
			return NONE;
		}
		Outcome outcome = this.compatibility.ask(vendor, surface.endpoint(), surface.request(""), stream);
		return (outcome.whole() && answered.shows(outcome, vendor)) ? YES : LOST;
	}

	private String refusal(Surface surface, Vendor vendor) {
		if (vendor == Vendor.SANDBOX) {
			return NONE;
		}
		String refusal = this.compatibility.askInVain(vendor, surface.endpoint(), surface.request("")).refusal();
		return (refusal != null && refusal.contains("\"error\"") && refusal.contains("too long")) ? YES : LOST;
	}

	/**
	 * A stream of which the last part is missing is never taken for whole, as the same
	 * one is that is not cut.
	 */
	private String cut(Surface surface, Vendor vendor) {
		if (vendor == Vendor.SANDBOX) {
			return NONE;
		}
		Outcome outcome = this.compatibility.askWithCut(vendor, surface.endpoint(), surface.request(""));
		return (outcome.refusal() == null && !outcome.whole() && !outcome.text().contains("[DONE]")) ? YES : LOST;
	}

	private String wait(Surface surface, Vendor vendor) {
		if (vendor == Vendor.SANDBOX) {
			return NONE;
		}
		Outcome outcome = this.compatibility.askInVain(vendor, surface.endpoint(), surface.request(""));
		return Duration.ofSeconds(3).equals(outcome.retryAfter()) ? YES : LOST;
	}

	private String embeddings(Vendor vendor) {
		if (vendor == Vendor.VERTEX_CLAUDE || vendor == Vendor.BEDROCK_CLAUDE) {
			return NONE;
		}
		Outcome outcome = this.compatibility.ask(vendor, Endpoint.EMBEDDINGS, "{\"model\":\"m\",\"input\":\"hello\"}",
				false);
		if (outcome.refusedByName()) {
			return REFUSED;
		}
		return outcome.text().contains("\"embedding\":[") ? YES : LOST;
	}

	private String counting(Vendor vendor) {
		Outcome outcome = this.compatibility.ask(vendor, Endpoint.COUNT_TOKENS,
				"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}", false);
		if (outcome.text().contains("4711")) {
			return "by the provider";
		}
		return outcome.text().contains("\"input_tokens\":6") ? "estimated" : LOST;
	}

}
