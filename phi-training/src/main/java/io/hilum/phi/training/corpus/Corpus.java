package io.hilum.phi.training.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Writes labelled texts without end. The same seed gives the same texts.
 */
public final class Corpus {

	/** Families that only the judging of a model sees, when it is to be judged. */
	private static final Set<String> HELD_OUT = Set.of("admission", "chat-nurse", "query-names", "letter-specialist",
			"denial", "x-csv", "news-local", "neg-clinical", "email-staff", "neg-general", "label-value", "x-log",
			"radiology", "transcript-visit");

	private static final Set<String> NAMELESS = Set.of("neg-clinical", "neg-query", "neg-general", "speech",
			"query-general", "fragments", "label-value", "chat-slang", "x-program", "x-log", "spanish-neg",
			"neg-query-flat", "neg-eponym", "spanish-neg-more", "gloss", "neg-asks", "neg-knowledge", "x-neg-table",
			"x-neg-machine");

	private static final List<String> FILES = List.of("clinical.txt", "informal.txt", "office.txt", "structured.txt",
			"technical.txt", "general.txt", "negative.txt", "everyday.txt", "assistant.txt", "voices.txt",
			"prose.txt.gz", "glosses.txt.gz");

	private final Grammar grammar = new Grammar();

	private final Sources sources;

	private final List<String> families;

	private final RandomGenerator random;

	/**
	 * Open a corpus.
	 * @param split which names and templates are used
	 * @param random the source of all choices
	 */
	public Corpus(Split split, RandomGenerator random) {
		this.sources = Sources.load(split);
		this.random = random;
		FILES.forEach((file) -> this.grammar.read(Lists.own(file)));
		this.families = this.grammar.families().stream().filter((family) -> split.admits(family, HELD_OUT)).toList();
	}

	/**
	 * The families of templates in use.
	 * @return their names
	 */
	public List<String> families() {
		return this.families;
	}

	/**
	 * Write the next text, at times one that has several templates in a row, as notes and
	 * conversations have.
	 * @return the text
	 */
	public Labelled next() {
		String family = family();
		Draft draft = new Draft();
		Slots slots = new Slots(this.sources, this.random);
		int paragraphs = (this.random.nextInt(3) == 0) ? 2 + this.random.nextInt(3) : 1;
		for (int n = 0; n < paragraphs; n++) {
			if (n > 0) {
				draft.write(family.startsWith("x-") || this.random.nextBoolean() ? "\n" : " ");
			}
			this.grammar.write(family, slots, this.random, draft);
		}
		return Handwriting.apply(draft, family, this.random).finish(family);
	}

	/** Texts without names are few families but most of what people write. */
	private String family() {
		String family = Names.pick(this.families, this.random);
		boolean more = this.random.nextInt(5) == 0;
		while (more && !NAMELESS.contains(family)) {
			family = Names.pick(this.families, this.random);
		}
		return family;
	}

	/**
	 * Write some texts.
	 * @param count how many
	 * @return the texts
	 */
	public List<Labelled> next(int count) {
		List<Labelled> texts = new ArrayList<>(count);
		for (int n = 0; n < count; n++) {
			texts.add(next());
		}
		return texts;
	}

}
