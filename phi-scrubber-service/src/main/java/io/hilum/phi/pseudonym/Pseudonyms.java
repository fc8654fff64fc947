package io.hilum.phi.pseudonym;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.EntityType;

/**
 * The pseudonyms of one request: {@code [MRN_M4TX]} for a number, {@code [NAME_7KQ2]} for
 * a single name, {@code [NAME_7KQ2_M4TX]} for a full one, which is made of the code of
 * its family name and that of its given name. So first, last and full name are linked,
 * and each depends on nothing but itself: it is the same in every turn, on every replica,
 * whatever else a request holds. A name in another writing ({@code PETER, IRMA}) has a
 * further code of its writing at the end, since restoring must give what stood there.
 * <p>
 * Codes that meet are lengthened, all of them alike, and so are those that the texts of
 * the client already hold.
 */
public final class Pseudonyms {

	private static final int PART = 4;

	private static final int WRITING = 2;

	private final Map<Identifier, String> byIdentifier;

	private Pseudonyms(Map<Identifier, String> byIdentifier) {
		this.byIdentifier = byIdentifier;
	}

	/**
	 * Issue pseudonyms.
	 * @param key the key of the scope
	 * @param identifiers all identifiers of the request
	 * @param texts the texts of the request, whose own words are never issued
	 * @return a pseudonym for each identifier, no two alike
	 */
	public static Pseudonyms issue(PseudonymKey key, Collection<Identifier> identifiers, List<String> texts) {
		Map<Identifier, Codes> codes = new LinkedHashMap<>();
		for (Identifier identifier : identifiers) {
			codes.computeIfAbsent(identifier, (one) -> Codes.of(key, one));
		}
		Set<String> taken = Planted.wordsOf(texts);
		Map<Identifier, Integer> extra = new HashMap<>();
		for (int longest = 0; longest <= PseudonymKey.LENGTH - PART; longest++) {
			Map<Identifier, String> issued = new LinkedHashMap<>();
			codes.forEach((one, code) -> issued.put(one, code.write(one.type(), extra.getOrDefault(one, 0))));
			Set<Identifier> clashing = clashing(issued, taken);
			if (clashing.isEmpty()) {
				return new Pseudonyms(issued);
			}
			clashing.forEach((one) -> extra.merge(one, 1, Integer::sum));
		}
		throw new IllegalStateException("two identifiers have the same code of " + PseudonymKey.LENGTH + " characters");
	}

	private static Set<Identifier> clashing(Map<Identifier, String> issued, Set<String> taken) {
		Map<String, Identifier> owners = new HashMap<>();
		Set<Identifier> clashing = new HashSet<>();
		issued.forEach((identifier, word) -> {
			Identifier other = owners.putIfAbsent(word, identifier);
			if (other != null) {
				clashing.add(other);
				clashing.add(identifier);
			}
			if (taken.contains(word)) {
				clashing.add(identifier);
			}
		});
		return clashing;
	}

	/**
	 * The pseudonym of an identifier.
	 * @param identifier one of those that were given
	 * @return the pseudonym in its brackets
	 */
	public String of(Identifier identifier) {
		String word = this.byIdentifier.get(identifier);
		if (word == null) {
			throw new IllegalArgumentException("no pseudonym was issued for this " + identifier.type());
		}
		return "[" + word + "]";
	}

	/**
	 * What each pseudonym stands for.
	 * @return the surface of the identifier by its pseudonym
	 */
	public Map<String, String> surfaces() {
		Map<String, String> surfaces = new LinkedHashMap<>();
		this.byIdentifier.forEach((identifier, word) -> surfaces.put("[" + word + "]", identifier.surface()));
		return surfaces;
	}

	/**
	 * The codes of an identifier at their full length.
	 *
	 * @param parts the codes of its parts
	 * @param writing the code of its writing, empty if it needs none
	 */
	private record Codes(List<String> parts, String writing) {

		static Codes of(PseudonymKey key, Identifier identifier) {
			if (identifier.type() != EntityType.NAME) {
				return new Codes(List.of(key.code(identifier.type().name(), identifier.surface())), "");
			}
			NameParts name = NameParts.of(identifier.surface());
			String family = key.code("NAME", name.family());
			List<String> parts = name.given().isEmpty() ? List.of(family)
					: List.of(family, key.code("NAME", name.given()));
			return new Codes(parts, name.plain() ? "" : key.code("WRITING", identifier.surface()));
		}

		String write(EntityType type, int extra) {
			StringBuilder word = new StringBuilder(type.name());
			for (String part : this.parts) {
				word.append('_').append(part, 0, PART + extra);
			}
			if (!this.writing.isEmpty()) {
				word.append('_').append(this.writing, 0, WRITING + extra);
			}
			return word.toString();
		}

	}

}
