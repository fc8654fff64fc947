package io.hilum.routing.cache;

import java.util.List;
import java.util.Locale;

/**
 * What a caller lets be done with known answers ({@code Cache-Control} of a request, RFC
 * 9111 section 5.2.1).
 *
 * @param find whether a known answer may be given
 * @param keep whether its answer may be kept for others
 * @param shared whether nothing in its text belongs to one conversation alone, on the
 * gateway's word that it replaced no identifier
 */
public record CacheUse(boolean find, boolean keep, boolean shared) {

	/**
	 * Nothing is said.
	 */
	public static final CacheUse ANY = new CacheUse(true, true, false);

	/**
	 * Read the values of the header. A directive that is not known changes nothing.
	 * @param values the values, each maybe with several directives
	 * @param shared whether the gateway says that it replaced no identifier
	 * @return what may be done
	 */
	public static CacheUse parse(List<String> values, boolean shared) {
		boolean find = true;
		boolean keep = true;
		for (String value : values) {
			for (String directive : value.toLowerCase(Locale.ROOT).split(",", -1)) {
				switch (directive.strip()) {
					case "no-cache", "max-age=0" -> find = false;
					case "no-store" -> keep = false;
					default -> {
					}
				}
			}
		}
		return new CacheUse(find, keep, shared);
	}

}
