package io.hilum.gateway.phi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.hilum.gateway.phi.Spelling.Kind;
import io.hilum.gateway.phi.Spelling.Style;
import org.jspecify.annotations.Nullable;

/**
 * One pass over what is known of a text. A pseudonym is a run of letters, digits and
 * underscores that is an issued word from end to end; brackets go with it where both
 * stand right beside it, and underscores around it are emphasis of Markdown. Mutable; for
 * one pass.
 */
final class RestoringPass {

	/** As many underscores as Markdown puts around what is bold and italic. */
	private static final int EMPHASIS = 3;

	private static final int NONE = -1;

	private final Restorer restorer;

	private final Form form;

	private final String text;

	private final boolean whole;

	private final Spelling spelling;

	private final StringBuilder out;

	private final StringBuilder word = new StringBuilder();

	private boolean inRun;

	private int copied;

	private int trailing;

	private int coreEnd;

	private Style underscores = Style.PLAIN;

	/**
	 * Create a pass.
	 * @param restorer what is put back
	 * @param form the form of the text
	 * @param text what is known of the text and was not passed on
	 * @param whole whether nothing follows
	 * @param inRun whether what was passed on ends within a run that is no pseudonym
	 */
	RestoringPass(Restorer restorer, Form form, String text, boolean whole, boolean inRun) {
		this.restorer = restorer;
		this.form = form;
		this.text = text;
		this.whole = whole;
		this.inRun = inRun;
		this.spelling = new Spelling(text, form, whole);
		this.out = new StringBuilder(text.length() + 16);
	}

	/**
	 * Put back what is there.
	 * @return where what must be held back begins
	 */
	int run() {
		int at = 0;
		while (at < this.text.length()) {
			int next = switch (this.spelling.read(at)) {
				case INCOMPLETE -> NONE;
				case OPEN -> candidate(at, this.spelling.end());
				case WORD -> this.inRun ? this.spelling.end() : candidate(at, at);
				case UNDERSCORE -> this.spelling.end();
				case CLOSE, OTHER -> outside(this.spelling.end());
			};
			if (next == NONE) {
				break;
			}
			at = next;
		}
		this.out.append(this.text, this.copied, at);
		return at;
	}

	/**
	 * What may be passed on.
	 * @return the text with what was put back
	 */
	String ready() {
		return this.out.toString();
	}

	/**
	 * Whether the text that may be passed on ends within a run that is no pseudonym.
	 * @return {@code true} if it does
	 */
	boolean inRun() {
		return this.inRun;
	}

	private int outside(int next) {
		this.inRun = false;
		return next;
	}

	/**
	 * Read what may be a pseudonym.
	 * @param from where it begins, with its bracket
	 * @param start where its word begins
	 * @return where to go on, {@value #NONE} if more of the text must be known
	 */
	private int candidate(int from, int start) {
		this.inRun = false;
		Style bracket = this.spelling.style();
		int end = word(start);
		if (end == NONE) {
			return NONE;
		}
		String original = this.inRun ? null : original(end);
		if (original == null) {
			return end;
		}
		Kind behind = (end < this.text.length()) ? this.spelling.read(end) : Kind.OTHER;
		boolean paired = from < start && this.trailing == 0 && behind == Kind.CLOSE
				&& isPair(bracket, this.spelling.style());
		boolean url = this.underscores == Style.URL || (paired && bracket == Style.URL);
		this.out.append(this.text, this.copied, paired ? from : start).append(written(original, url));
		this.copied = paired ? this.spelling.end() : this.coreEnd;
		return this.copied;
	}

	/**
	 * Read a run of letters, digits and underscores.
	 * @return its end, {@value #NONE} if it may go on behind the text
	 */
	private int word(int start) {
		this.word.setLength(0);
		this.trailing = 0;
		this.underscores = Style.PLAIN;
		int at = start;
		while (this.word.length() + this.trailing <= this.restorer.longest() + EMPHASIS) {
			if (at == this.text.length()) {
				return this.whole ? at : heldUnlessNone(at);
			}
			Kind kind = this.spelling.read(at);
			if (kind == Kind.INCOMPLETE) {
				return heldUnlessNone(at);
			}
			if (kind != Kind.WORD && (kind != Kind.UNDERSCORE || this.word.isEmpty())) {
				return at;
			}
			take(kind);
			at = this.spelling.end();
		}
		this.inRun = true;
		return at;
	}

	private void take(Kind kind) {
		if (kind == Kind.UNDERSCORE) {
			this.trailing++;
			this.underscores = (this.spelling.style() != Style.PLAIN) ? this.spelling.style() : this.underscores;
			return;
		}
		this.word.repeat('_', this.trailing).append(this.spelling.letter());
		this.trailing = 0;
		this.coreEnd = this.spelling.end();
	}

	private int heldUnlessNone(int at) {
		boolean may = this.word.isEmpty() || this.restorer.mayBegin(soFar())
				|| (this.trailing <= EMPHASIS && this.restorer.original(this.word.toString()) != null);
		this.inRun = !may;
		return may ? NONE : at;
	}

	private String soFar() {
		return this.word + "_".repeat(this.trailing);
	}

	/**
	 * What a run stands for. At the end of the text it may have been cut, so it counts
	 * only if it is the beginning of no longer one.
	 */
	private @Nullable String original(int end) {
		if (this.word.indexOf("_") < 0 || this.trailing > EMPHASIS) {
			return null;
		}
		String original = this.restorer.original(this.word.toString());
		boolean cut = end == this.text.length() && this.restorer.mayGoOn(soFar());
		return cut ? null : original;
	}

	/**
	 * Whether brackets belong together. A backslash before the first alone may be a
	 * path's.
	 */
	private boolean isPair(Style open, Style close) {
		return open == close || (open == Style.MARKDOWN && close == Style.PLAIN && this.underscores == Style.MARKDOWN);
	}

	private String written(String original, boolean url) {
		if (url) {
			return URLEncoder.encode(original, StandardCharsets.UTF_8).replace("+", "%20");
		}
		return this.form.written(original);
	}

}
