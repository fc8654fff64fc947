package io.hilum.routing.replay;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What many decisions came to. Mutable, created per run and not thread-safe.
 */
final class ReplaySummary {

	private static final int NANO_DIGITS = 9;

	private final Map<String, Long> moves = new TreeMap<>();

	private final Set<String> versions = new TreeSet<>();

	private long same;

	private long sameFirst;

	private long notReplayable;

	private long changed;

	private long costThen;

	private long costNow;

	void add(RecordedRequest recorded, Verdict verdict) {
		this.versions.add(recorded.catalogueVersion());
		switch (verdict) {
			case Verdict.Same nothing -> this.same++;
			case Verdict.SameFirst nothing -> this.sameFirst++;
			case Verdict.NotReplayable nothing -> this.notReplayable++;
			case Verdict.Differs differs -> {
				moved(differs.was() + " -> " + differs.would());
				this.costThen += recorded.costNanoUsd();
				this.costNow += differs.costNanoUsd();
			}
			case Verdict.Refused refused -> moved(refused.was() + " -> refused: " + refused.code());
		}
	}

	private void moved(String move) {
		this.changed++;
		this.moves.merge(move, 1L, Long::sum);
	}

	boolean isSame() {
		return this.changed == 0 && this.sameFirst == 0;
	}

	void print(String version, PrintStream out) {
		long all = this.same + this.sameFirst + this.changed + this.notReplayable;
		out.println(all + " decisions of catalogue " + String.join(", ", this.versions) + ", replayed with " + version);
		out.println("  same choice            " + this.same);
		out.println("  same first, then other " + this.sameFirst);
		out.println("  other choice           " + this.changed);
		this.moves.forEach((move, times) -> out.println("    " + times + "  " + move));
		out.println("  without what it needs  " + this.notReplayable);
		if (this.changed > 0) {
			out.println("  cost of those that go elsewhere: " + dollars(this.costThen) + " USD then, "
					+ dollars(this.costNow) + " USD with the same tokens there");
		}
	}

	private static String dollars(long nanoUsd) {
		return BigDecimal.valueOf(nanoUsd, NANO_DIGITS).stripTrailingZeros().toPlainString();
	}

}
