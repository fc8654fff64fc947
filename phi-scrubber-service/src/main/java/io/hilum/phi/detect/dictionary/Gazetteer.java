package io.hilum.phi.detect.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Which lists a word or a phrase of folded words is in. Words are kept as 64-bit hashes
 * in one open table of 3 MB: of two million words that are in no list, less than one in
 * ten million runs is expected to be taken for one that is.
 */
public final class Gazetteer {

	/**
	 * Given names.
	 */
	public static final int FIRST_NAME = 1;

	/**
	 * Family names.
	 */
	public static final int SURNAME = 1 << 1;

	/**
	 * The commonest words of English.
	 */
	public static final int COMMON_WORD = 1 << 2;

	/**
	 * Further words of English.
	 */
	public static final int RARE_WORD = 1 << 3;

	/**
	 * Cities and towns.
	 */
	public static final int CITY = 1 << 4;

	/**
	 * Counties.
	 */
	public static final int COUNTY = 1 << 5;

	/**
	 * Names that stand for a disease, sign or device.
	 */
	public static final int EPONYM = 1 << 6;

	/**
	 * Medicines.
	 */
	public static final int DRUG = 1 << 7;

	/**
	 * Words of charts.
	 */
	public static final int CLINICAL = 1 << 8;

	/**
	 * Nouns that make the name before them an eponym.
	 */
	public static final int HEAD = 1 << 9;

	/**
	 * Function words.
	 */
	public static final int STOP = 1 << 10;

	/**
	 * Payers, makers, agencies.
	 */
	public static final int ORGANISATION = 1 << 11;

	/**
	 * Countries, continents and states.
	 */
	public static final int COUNTRY = 1 << 12;

	/**
	 * Words right before a name.
	 */
	public static final int TITLE = 1 << 13;

	/**
	 * Letters right after a name.
	 */
	public static final int CREDENTIAL = 1 << 14;

	/**
	 * Words for relatives.
	 */
	public static final int RELATIVE = 1 << 15;

	/**
	 * Words before a colon and a name.
	 */
	public static final int LABEL = 1 << 16;

	/**
	 * Nouns that end the name of a place of care.
	 */
	public static final int FACILITY = 1 << 17;

	/**
	 * What a person in a chart does.
	 */
	public static final int VERB = 1 << 18;

	/**
	 * A word with which a phrase of some small list starts.
	 */
	public static final int STARTS_PHRASE = 1 << 19;

	private static final int SLOTS = 1 << 19;

	private final long[] keys = new long[SLOTS];

	private final int[] lists = new int[SLOTS];

	private Gazetteer() {
	}

	/**
	 * Read the lists of this package, which takes a tenth of a second and 7 MB.
	 * @return the lists
	 */
	public static Gazetteer load() {
		Gazetteer gazetteer = new Gazetteer();
		gazetteer.read("first-names.txt.gz", FIRST_NAME);
		gazetteer.read("surnames.txt.gz", SURNAME);
		gazetteer.read("common-words.txt.gz", COMMON_WORD);
		gazetteer.read("rare-words.txt.gz", RARE_WORD);
		gazetteer.read("cities.txt.gz", CITY);
		gazetteer.read("counties.txt.gz", COUNTY);
		gazetteer.read("eponyms.txt", EPONYM);
		gazetteer.read("figures.txt", EPONYM);
		gazetteer.read("drugs.txt", DRUG);
		gazetteer.read("clinical.txt", CLINICAL);
		gazetteer.read("heads.txt", HEAD);
		gazetteer.read("stops.txt", STOP);
		gazetteer.read("organisations.txt", ORGANISATION);
		gazetteer.read("countries.txt", COUNTRY);
		gazetteer.read("titles.txt", TITLE);
		gazetteer.read("credentials.txt", CREDENTIAL);
		gazetteer.read("relatives.txt", RELATIVE);
		gazetteer.read("labels.txt", LABEL);
		gazetteer.read("facilities.txt", FACILITY);
		gazetteer.read("verbs.txt", VERB);
		return gazetteer;
	}

	/**
	 * The lists that a word is in.
	 * @param folded a word, or words with one blank between
	 * @return the bits of the lists, 0 for none
	 */
	int listsOf(CharSequence folded) {
		long key = hash(folded);
		int slot = slot(key);
		while (this.keys[slot] != 0) {
			if (this.keys[slot] == key) {
				return this.lists[slot];
			}
			slot = (slot + 1) & (SLOTS - 1);
		}
		return 0;
	}

	private void read(String resource, int list) {
		try (InputStream raw = Objects.requireNonNull(Gazetteer.class.getResourceAsStream(resource), resource);
				InputStream in = resource.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				addAll(line, resource.endsWith(".gz"), list);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(resource + " is part of the jar", ex);
		}
	}

	private void addAll(String line, boolean one, int list) {
		if (one) {
			add(line, list);
		}
		else if (!line.startsWith("#")) {
			for (String entry : line.split(",", -1)) {
				String phrase = entry.strip();
				add(phrase, list);
				int first = endOfWord(phrase);
				if (first > 0 && first < phrase.length()) {
					add(phrase.substring(0, first), STARTS_PHRASE);
				}
			}
		}
	}

	private static int endOfWord(String phrase) {
		int end = 0;
		while (end < phrase.length() && Character.isLetterOrDigit(phrase.charAt(end))) {
			end++;
		}
		return end;
	}

	private void add(String word, int list) {
		if (word.isEmpty()) {
			return;
		}
		long key = hash(word);
		int slot = slot(key);
		while (this.keys[slot] != 0 && this.keys[slot] != key) {
			slot = (slot + 1) & (SLOTS - 1);
		}
		this.keys[slot] = key;
		this.lists[slot] |= list;
	}

	private static int slot(long key) {
		return (int) (key >>> 40) & (SLOTS - 1);
	}

	/** FNV-1a over the units, with the finish of MurmurHash3; never 0. */
	private static long hash(CharSequence word) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < word.length(); i++) {
			hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
		}
		hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
		hash ^= hash >>> 33;
		return (hash == 0) ? 1 : hash;
	}

}
