package io.hilum.routing.exit;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Searches one body as it passes. Reads each byte once and keeps no more than a few runs,
 * however long the body is. Escapes of JSON are undone, within strings of JSON too.
 * Mutable; for one body and one thread.
 */
final class ExitScan {

	private static final int SEPARATOR = 0;

	private static final int DIGIT = 1;

	private static final int LETTER = 2;

	private static final byte[] KINDS = kinds();

	/**
	 * What, right before or behind a number, says that it is part of something longer.
	 */
	private static final String GLUE_BEFORE = "-_./+@%$\\";

	private static final String GLUE_BEHIND = "-_/@%+=";

	private static final int[] SSN = { 3, 2, 4 };

	private static final int[] MBI = { 4, 3, 4 };

	private static final int[] CARD = { 4, 4, 4, 4 };

	private static final int[] AMEX = { 4, 6, 5 };

	private static final int MOST_UNITS = 32;

	private static final int NO_ESCAPE = -1;

	private static final int BACKSLASH = -2;

	private static final int HEX_DIGITS = 4;

	private final Canaries canaries;

	private final Set<Leak> wanted;

	private final NumberChain chain = new NumberChain();

	private final Announcement announcement = new Announcement();

	private final byte[] run = new byte[MOST_UNITS];

	private @Nullable Leak leak;

	private int size;

	private int digits;

	private boolean exact;

	private long word;

	private int separators;

	private int separator = ' ';

	private int escape = NO_ESCAPE;

	private int escaped;

	private int state;

	/**
	 * Create a scan.
	 * @param canaries the planted words
	 * @param wanted what is looked for
	 */
	ExitScan(Canaries canaries, Set<Leak> wanted) {
		this.canaries = canaries;
		this.wanted = wanted;
	}

	private static byte[] kinds() {
		byte[] kinds = new byte[256];
		for (int unit = 0; unit < kinds.length; unit++) {
			boolean letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit >= 128;
			kinds[unit] = (byte) ((unit >= '0' && unit <= '9') ? DIGIT : letter ? LETTER : SEPARATOR);
		}
		return kinds;
	}

	/**
	 * Take the next part of the body.
	 * @param part the part
	 * @return {@code true} if more must be searched
	 */
	boolean accept(byte[] part) {
		return accept(part, 0, part.length);
	}

	/**
	 * Take the next part of the body.
	 * @param part what it is in
	 * @param from its first byte
	 * @param to the byte behind its last
	 * @return {@code true} if more must be searched
	 */
	boolean accept(byte[] part, int from, int to) {
		int at = from;
		while (at < to && this.leak == null) {
			if (this.escape != NO_ESCAPE || part[at] == '\\') {
				escape(part[at++] & 0xff);
				continue;
			}
			int start = at;
			while (at < to && part[at] != '\\') {
				at++;
			}
			stretch(part, start, at);
		}
		return this.leak == null;
	}

	/**
	 * Bytes without an escape, which most are, in loops of few instructions.
	 */
	private void stretch(byte[] part, int from, int to) {
		this.state = this.canaries.pass(this.state, part, from, to);
		if (this.state == Canaries.FOUND) {
			found(Leak.CANARY);
		}
		int at = from;
		while (at < to) {
			int start = at;
			int figures = 0;
			int kind = KINDS[part[at] & 0xff];
			while (kind != SEPARATOR && ++at < to) {
				figures += kind & DIGIT;
				kind = KINDS[part[at] & 0xff];
			}
			if (at == to && kind != SEPARATOR) {
				more(part, start, at);
			}
			else if (at > start && this.size == 0 && figures == 0) {
				word(packed(part, start, at));
			}
			else {
				more(part, start, at);
			}
			while (at < to && KINDS[part[at] & 0xff] == SEPARATOR) {
				separate(part[at++] & 0xff);
			}
		}
	}

	private void more(byte[] part, int from, int to) {
		for (int i = from; i < to; i++) {
			inRun(part[i] & 0xff, KINDS[part[i] & 0xff]);
		}
	}

	private static long packed(byte[] part, int from, int to) {
		long packed = 0;
		for (int i = from; i < Math.min(to, from + Long.BYTES); i++) {
			packed = (packed << Byte.SIZE) | lower(part[i] & 0xff);
		}
		return packed;
	}

	private static int lower(int unit) {
		return (unit >= 'A' && unit <= 'Z') ? unit - 'A' + 'a' : unit;
	}

	private void word(long packed) {
		this.chain.clear();
		this.announcement.word(packed);
		this.separators = 0;
	}

	/**
	 * End the body.
	 * @return what was found first, {@code null} if there is nothing
	 */
	@Nullable Leak end() {
		if (this.leak == null) {
			plain(' ');
		}
		return this.leak;
	}

	private void escape(int unit) {
		if (this.escape >= 0) {
			hex(unit);
		}
		else if (unit == '\\') {
			this.escape = BACKSLASH;
		}
		else if (unit == 'u') {
			this.escape = 0;
			this.escaped = 0;
		}
		else {
			this.escape = NO_ESCAPE;
			boolean blank = unit == 'n' || unit == 't' || unit == 'r' || unit == 'b' || unit == 'f';
			plain(blank ? ' ' : unit);
		}
	}

	private void hex(int unit) {
		int digit = (unit < 128) ? Character.digit(unit, 16) : -1;
		if (digit < 0) {
			this.escape = NO_ESCAPE;
			plain(unit);
			return;
		}
		this.escaped = this.escaped * 16 + digit;
		if (++this.escape == HEX_DIGITS) {
			this.escape = NO_ESCAPE;
			utf8(this.escaped);
		}
	}

	private void utf8(int point) {
		if (point < 0x80) {
			plain(point);
		}
		else if (point < 0x800) {
			plain(0xc0 | (point >> 6));
			plain(0x80 | (point & 0x3f));
		}
		else {
			plain(0xe0 | (point >> 12));
			plain(0x80 | ((point >> 6) & 0x3f));
			plain(0x80 | (point & 0x3f));
		}
	}

	private void plain(int unit) {
		this.state = this.canaries.next(this.state, unit);
		if (this.state == Canaries.FOUND) {
			found(Leak.CANARY);
		}
		int kind = KINDS[unit];
		if (kind == SEPARATOR) {
			separate(unit);
		}
		else {
			inRun(unit, kind);
		}
	}

	private void separate(int unit) {
		if (this.size > 0) {
			endOfRun(unit);
			this.size = 0;
			this.digits = 0;
			this.word = 0;
			this.separators = 0;
		}
		this.separator = unit;
		this.separators++;
	}

	private void inRun(int unit, int kind) {
		if (this.size == 0) {
			this.exact = true;
		}
		if (this.size < MOST_UNITS) {
			boolean lower = unit >= 'a' && unit <= 'z';
			this.run[this.size] = (byte) (lower ? unit - 'a' + 'A' : unit);
			this.exact &= !lower;
			if (this.size < Long.BYTES) {
				this.word = (this.word << Byte.SIZE) | lower(unit);
			}
			this.size++;
		}
		this.digits += (kind == DIGIT) ? 1 : 0;
	}

	private void endOfRun(int behind) {
		if (this.digits == 0) {
			word(this.word);
			return;
		}
		boolean alone = this.separators == 1 && (this.separator == '-' || this.separator == ' ');
		boolean begins = GLUE_BEFORE.indexOf(this.separator) < 0;
		this.chain.add(this.run, this.size, this.digits == this.size, alone ? this.separator : 0, begins);
		if (GLUE_BEHIND.indexOf(behind) < 0) {
			if (begins) {
				single();
			}
			grouped();
		}
		this.announcement.over();
	}

	private void single() {
		switch (this.size) {
			case 9 -> check(Leak.DEA, this.announcement.says(Leak.DEA) && Forms.isDea(this.run));
			case 10 -> check(Leak.NPI, numeric() && this.announcement.says(Leak.NPI) && Forms.isNpi(this.run));
			case 11 -> check(Leak.MBI, (this.exact || this.announcement.says(Leak.MBI)) && Forms.isMbi(this.run));
			case 13, 15, 16, 19 ->
				check(Leak.CARD, numeric() && this.announcement.says(Leak.CARD) && Forms.isCard(this.run, this.size));
			case 17 -> check(Leak.VIN, isVin());
			default -> {
			}
		}
	}

	private boolean numeric() {
		return this.digits == this.size;
	}

	private boolean isVin() {
		if (numeric() || !Forms.isVin(this.run)) {
			return false;
		}
		return this.announcement.says(Leak.VIN) || (this.exact && Forms.looksLikeVin(this.run));
	}

	private void grouped() {
		if (this.size != 4 && this.size != 5) {
			return;
		}
		byte[] units = this.chain.units();
		check(Leak.SSN, this.chain.endsIn('-', SSN) && this.chain.isDigits() && Forms.isSsn(units));
		check(Leak.MBI, this.chain.endsIn('-', MBI) && this.exact && Forms.isMbi(units));
		card('-');
		card(' ');
	}

	private void card(int between) {
		if (this.chain.endsIn(between, CARD) || this.chain.endsIn(between, AMEX)) {
			check(Leak.CARD, this.chain.isDigits() && Forms.isCard(this.chain.units(), this.chain.length()));
		}
	}

	private void check(Leak kind, boolean is) {
		if (is) {
			found(kind);
		}
	}

	private void found(Leak kind) {
		if (this.leak == null && this.wanted.contains(kind)) {
			this.leak = kind;
		}
	}

}
