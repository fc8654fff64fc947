package io.hilum.agents.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All texts that a run has seen, and whether a quotation is in one of them. What a model
 * says of itself does not count. Grows with the run; not thread-safe.
 */
public final class Evidence {

	private final Map<String, Source> sources = new LinkedHashMap<>();

	private final Map<String, String> words = new LinkedHashMap<>();

	/**
	 * Add a text.
	 * @param source the text; one of the same id as before changes nothing
	 */
	public void add(Source source) {
		if (this.sources.putIfAbsent(source.id(), source) == null) {
			this.words.put(source.id(), Quote.words(source.text().reveal()));
		}
	}

	/**
	 * The text of an id.
	 * @param id the id
	 * @return the text, if there is one
	 */
	public Optional<Source> source(String id) {
		return Optional.ofNullable(this.sources.get(id));
	}

	/**
	 * All texts in their order.
	 * @return the texts
	 */
	public List<Source> sources() {
		return new ArrayList<>(this.sources.values());
	}

	/**
	 * Whether a quotation stands in a text, word by word; how they are spaced and whether
	 * they are capitals does not matter. One of fewer than two words, or of fewer than
	 * eight characters, is none.
	 * @param id the id of the text
	 * @param quotation the quotation
	 * @return {@code true} if it does
	 */
	public boolean holds(String id, String quotation) {
		String within = this.words.get(id);
		return within != null && Quote.isIn(within, quotation);
	}

}
