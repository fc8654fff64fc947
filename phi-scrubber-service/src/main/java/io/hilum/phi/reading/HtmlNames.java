package io.hilum.phi.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Names of characters in HTML: the letters of Latin-1 (HTML 4.01 section 24.2.1) and the
 * signs that identifiers are written with.
 */
final class HtmlNames {

	private static final int FIRST = 0xA0;

	/** In the order of their code points, from U+00A0 on. */
	private static final List<String> LATIN_1 = List.of("nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar",
			"sect", "uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3",
			"acute", "micro", "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34",
			"iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute",
			"Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc",
			"Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig",
			"agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc",
			"euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
			"divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml");

	private static final Map<String, String> NAMES = names();

	private HtmlNames() {
	}

	private static Map<String, String> names() {
		Map<String, String> names = new HashMap<>();
		for (int i = 0; i < LATIN_1.size(); i++) {
			names.put(LATIN_1.get(i), Character.toString(FIRST + i));
		}
		names.putAll(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "num", "#", "commat", "@",
				"period", ".", "comma", ",", "colon", ":"));
		names.putAll(Map.of("sol", "/", "bsol", "\\", "lowbar", "_", "plus", "+", "lpar", "(", "rpar", ")", "lsqb", "[",
				"rsqb", "]", "verbar", "|", "equals", "="));
		names.putAll(Map.of("hyphen", "-", "dash", "-", "ndash", "\u2013", "mdash", "\u2014", "rsquo", "\u2019",
				"lsquo", "\u2018", "ensp", " ", "emsp", " ", "thinsp", " ", "Tab", "\t"));
		names.putAll(Map.of("NewLine", "\n", "zwj", "", "zwnj", "", "semi", ";", "percnt", "%", "Scaron", "\u0160",
				"scaron", "\u0161", "lrm", "", "rlm", "", "Hat", "^"));
		return Map.copyOf(names);
	}

	/**
	 * The character of a name.
	 * @param name the name between {@code &} and {@code ;}
	 * @return the character, {@code null} if no character has this name, empty if it
	 * cannot be seen
	 */
	static @Nullable String character(String name) {
		return NAMES.get(name);
	}

}
