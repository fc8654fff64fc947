package io.hilum.phi.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

import io.hilum.phi.detect.Span;
import io.hilum.phi.scrub.Examiner;

/**
 * Counts what is found of a labelled set. Made per set; belongs to one thread.
 */
final class Scorer {

	private final Function<String, List<Span>> finder;

	private final TreeMap<String, Tally> types = new TreeMap<>();

	private final TreeMap<String, Tally> traps = new TreeMap<>();

	private final List<String> leaks = new ArrayList<>();

	private Tally wrong = Tally.NONE;

	private Tally clean = Tally.NONE;

	private Tally negative = Tally.NONE;

	private Scorer(Function<String, List<Span>> finder) {
		this.finder = finder;
	}

	static Figures score(Examiner examiner, List<LabelledPrompt> prompts) {
		return score((text) -> examiner.examine(List.of(text)).getFirst(), prompts);
	}

	static Figures score(Function<String, List<Span>> finder, List<LabelledPrompt> prompts) {
		Scorer scorer = new Scorer(finder);
		prompts.forEach(scorer::add);
		return new Figures(prompts.size(), Collections.unmodifiableSortedMap(scorer.types),
				Collections.unmodifiableSortedMap(scorer.traps), scorer.wrong, scorer.clean, scorer.negative,
				List.copyOf(scorer.leaks));
	}

	private void add(LabelledPrompt prompt) {
		String text = prompt.text();
		List<Span> found = this.finder.apply(text);
		BitSet masked = new BitSet();
		found.forEach((span) -> masked.set(span.start(), span.end()));
		BitSet gold = new BitSet();
		BitSet either = new BitSet();
		boolean covered = marks(prompt, masked, gold, either);
		either.andNot(gold);
		letters(text, masked, gold, either);
		if (prompt.marks().stream().allMatch(LabelledPrompt.Mark::optional)) {
			this.negative = this.negative
				.plus(Tally.of(found.stream().anyMatch((span) -> isWrong(text, span, either))));
		}
		else {
			this.clean = this.clean.plus(Tally.of(covered));
		}
		for (LabelledPrompt.Trap trap : prompt.traps()) {
			int start = text.offsetByCodePoints(0, trap.start());
			int end = text.offsetByCodePoints(start, trap.end() - trap.start());
			this.traps.merge(trap.kind(), Tally.of(hasLetter(text, start, end, masked)), Tally::plus);
		}
	}

	/** Scores each identifier; {@code true} if all are covered. */
	private boolean marks(LabelledPrompt prompt, BitSet masked, BitSet gold, BitSet either) {
		String text = prompt.text();
		boolean all = true;
		for (LabelledPrompt.Mark mark : prompt.marks()) {
			int start = text.offsetByCodePoints(0, mark.start());
			int end = text.offsetByCodePoints(start, mark.end() - mark.start());
			either.set(start, end);
			if (!mark.optional()) {
				Core core = Core.of(text, start, end, mark.type());
				gold.set(core.start(), core.end());
				boolean covered = isCovered(text, core, masked);
				this.types.merge(mark.type(), Tally.of(covered), Tally::plus);
				if (!covered) {
					all = false;
					this.leaks.add(prompt.id() + " " + mark.type() + " " + text.substring(start, end));
				}
			}
		}
		return all;
	}

	private void letters(String text, BitSet masked, BitSet gold, BitSet either) {
		int wrongly = 0;
		int others = 0;
		for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
			if (Character.isLetterOrDigit(text.codePointAt(at)) && !gold.get(at) && !either.get(at)) {
				others++;
				wrongly += masked.get(at) ? 1 : 0;
			}
		}
		this.wrong = this.wrong.plus(new Tally(wrongly, others));
	}

	private static boolean isCovered(String text, Core core, BitSet masked) {
		for (int at = core.start(); at < core.end(); at += Character.charCount(text.codePointAt(at))) {
			if (Character.isLetterOrDigit(text.codePointAt(at)) && !masked.get(at)) {
				return false;
			}
		}
		return true;
	}

	private static boolean hasLetter(String text, int start, int end, BitSet masked) {
		for (int at = masked.nextSetBit(start); at >= 0 && at < end; at = masked.nextSetBit(at + 1)) {
			if (Character.isLetterOrDigit(text.codePointAt(at))) {
				return true;
			}
		}
		return false;
	}

	/** Whether a finding in a prompt without identifiers has a letter that counts. */
	private static boolean isWrong(String text, Span span, BitSet either) {
		for (int at = span.start(); at < span.end(); at++) {
			if (Character.isLetterOrDigit(text.codePointAt(at)) && !either.get(at)) {
				return true;
			}
		}
		return false;
	}

}
