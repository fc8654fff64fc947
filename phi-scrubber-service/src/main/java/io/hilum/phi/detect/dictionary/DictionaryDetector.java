package io.hilum.phi.detect.dictionary;

import java.util.List;
import java.util.function.IntUnaryOperator;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;

/**
 * Finds names of persons and places by lists and by the words around them.
 */
public final class DictionaryDetector {

	private final Gazetteer gazetteer;

	/**
	 * Create a detector.
	 * @param gazetteer the lists
	 */
	public DictionaryDetector(Gazetteer gazetteer) {
		this.gazetteer = gazetteer;
	}

	/**
	 * Find names and places.
	 * @param words the text and the lists of its words
	 * @return what was found: names first, each kind by rule and place
	 */
	public List<Span> detect(Words words) {
		Document document = words.document();
		Findings names = new Findings(document, "name");
		Findings places = new Findings(document, "place");
		Facilities facilities = new Facilities(words, this.gazetteer, places);
		Places cities = new Places(words, this.gazetteer, places);
		BareStreets streets = new BareStreets(words, cities, places);
		Crossings crossings = new Crossings(words, places);
		ContextNames announced = new ContextNames(words, names);
		CredentialNames credited = new CredentialNames(words, names);
		FreeNames free = new FreeNames(words, names);
		each(document, facilities::at);
		each(document, cities::at);
		each(document, streets::at);
		each(document, crossings::at);
		each(document, announced::at);
		each(document, free::at);
		for (int i = 0; i < document.size(); i++) {
			credited.at(i);
		}
		names.spans().addAll(places.spans());
		return names.spans();
	}

	/** A rule gives the token to go on from, or the same token if it found nothing. */
	private static void each(Document document, IntUnaryOperator rule) {
		int i = 0;
		while (i < document.size()) {
			int end = rule.applyAsInt(i);
			i = Math.max(i + 1, end);
		}
	}

}
