package io.hilum.portal.postgres;

import io.r2dbc.spi.Readable;

/**
 * Columns that are never null.
 */
public final class Columns {

	private Columns() {
	}

	/**
	 * Read a column.
	 * @param row the row
	 * @param name the name of the column
	 * @param type the type of its value
	 * @param <T> the type of its value
	 * @return its value
	 */
	public static <T> T required(Readable row, String name, Class<T> type) {
		T value = row.get(name, type);
		if (value == null) {
			throw new IllegalStateException("column " + name + " is null");
		}
		return value;
	}

}
