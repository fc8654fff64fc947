package io.hilum.trust.row;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.r2dbc.spi.Readable;

/**
 * Columns that are never null. One that is says its name.
 */
public final class Columns {

	private Columns() {
	}

	/**
	 * A column of any type.
	 * @param <T> its type
	 * @param row the row
	 * @param column its name
	 * @param type its type
	 * @return its value
	 */
	public static <T> T required(Readable row, String column, Class<T> type) {
		T value = row.get(column, type);
		if (value == null) {
			throw new IllegalStateException("column " + column + " is null");
		}
		return value;
	}

	/**
	 * A column of text.
	 * @param row the row
	 * @param column its name
	 * @return its value
	 */
	public static String text(Readable row, String column) {
		return required(row, column, String.class);
	}

	/**
	 * A column of an array of texts.
	 * @param row the row
	 * @param column its name
	 * @return its values
	 */
	public static List<String> texts(Readable row, String column) {
		return Arrays.asList(required(row, column, String[].class));
	}

	/**
	 * A column of a whole number.
	 * @param row the row
	 * @param column its name
	 * @return its value
	 */
	public static long number(Readable row, String column) {
		return required(row, column, Long.class);
	}

	/**
	 * A column of a point in time.
	 * @param row the row
	 * @param column its name
	 * @return its value
	 */
	public static Instant instant(Readable row, String column) {
		return required(row, column, Instant.class);
	}

}
