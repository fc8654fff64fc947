package io.hilum.portal.wire;

import java.util.List;

/**
 * A list that is short enough to be answered whole.
 *
 * @param object always {@code list}
 * @param data the entries
 * @param <T> the type of the entries
 */
public record Listing<T>(String object, List<T> data) {

	/**
	 * A list of what was read.
	 * @param data the entries
	 * @param <T> the type of the entries
	 * @return the list
	 */
	public static <T> Listing<T> of(List<T> data) {
		return new Listing<>("list", data);
	}

}
