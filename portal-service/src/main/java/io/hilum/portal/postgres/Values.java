package io.hilum.portal.postgres;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Values that may be null, which a driver cannot guess the type of.
 */
public final class Values {

	private Values() {
	}

	/**
	 * A value with its type.
	 * @param value the value
	 * @param type its type
	 * @param <T> its type
	 * @return what is bound to a statement
	 */
	public static <T> Parameter of(@Nullable T value, Class<T> type) {
		return (value != null) ? Parameters.in(value) : Parameters.in(type);
	}

}
