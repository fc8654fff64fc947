package io.hilum.phi.training.chain;

import java.util.Locale;

import io.hilum.phi.training.corpus.Kind;
import io.hilum.phi.training.corpus.Labelled;

/**
 * Counts of what was found in some texts. An identifier is covered when each letter and
 * digit of it is marked; a letter is wrong when it is marked and belongs to none.
 */
public final class Figures {

	private final int[] total = new int[Kind.values().length];

	private final int[] covered = new int[Kind.values().length];

	private int clean;

	private int wrong;

	private int texts;

	private int touched;

	/**
	 * The cover of names.
	 * @return percent
	 */
	public double names() {
		return percent(this.covered[Kind.NAME.ordinal()], this.total[Kind.NAME.ordinal()]);
	}

	/**
	 * The cover of places.
	 * @return percent
	 */
	public double places() {
		return percent(this.covered[Kind.PLACE.ordinal()], this.total[Kind.PLACE.ordinal()]);
	}

	/**
	 * The wrong letters.
	 * @return of a thousand that belong to no identifier
	 */
	public double wrongPerThousand() {
		return 10 * percent(this.wrong, this.clean);
	}

	void count(Labelled text, boolean[] marked) {
		boolean[] allowed = new boolean[marked.length];
		for (Labelled.Mark mark : text.marks()) {
			boolean whole = true;
			for (int at = mark.start(); at < mark.end(); at++) {
				allowed[at] |= mark.kind() != Kind.ORGANISATION;
				whole &= marked[at] || !Character.isLetterOrDigit(text.text().charAt(at));
			}
			this.total[mark.kind().ordinal()]++;
			this.covered[mark.kind().ordinal()] += whole ? 1 : 0;
		}
		int before = this.wrong;
		for (int at = 0; at < marked.length; at++) {
			if (!allowed[at] && Character.isLetterOrDigit(text.text().charAt(at))) {
				this.clean++;
				this.wrong += marked[at] ? 1 : 0;
			}
		}
		this.texts++;
		this.touched += (this.wrong > before) ? 1 : 0;
	}

	void add(Figures other) {
		for (int kind = 0; kind < this.total.length; kind++) {
			this.total[kind] += other.total[kind];
			this.covered[kind] += other.covered[kind];
		}
		this.clean += other.clean;
		this.wrong += other.wrong;
		this.texts += other.texts;
		this.touched += other.touched;
	}

	String row(String name) {
		return String.format(Locale.ROOT, "| %s | %d | %s | %s | %.1f | %.1f |\n", name, this.texts,
				share(Kind.NAME, names()), share(Kind.PLACE, places()), wrongPerThousand(),
				percent(this.touched, this.texts));
	}

	private String share(Kind kind, double percent) {
		int count = this.total[kind.ordinal()];
		return (count == 0) ? "" : String.format(Locale.ROOT, "%.1f of %d", percent, count);
	}

	private static double percent(int part, int whole) {
		return 100.0 * part / Math.max(1, whole);
	}

}
