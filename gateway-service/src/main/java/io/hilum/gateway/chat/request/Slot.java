package io.hilum.gateway.chat.request;

import java.util.List;

import io.hilum.trust.text.PhiText;

/**
 * A string of a body, from its opening quote to behind its closing one, that must not
 * leave as it is. Offsets are bytes.
 */
public sealed interface Slot {

	int start();

	int end();

	/**
	 * A text for people or models.
	 *
	 * @param continues whether it goes on from the text before, as parts of a message do
	 */
	record Text(int start, int end, PhiText text, boolean continues) implements Slot {
	}

	/**
	 * JSON within a string, with the values in it that are searched.
	 */
	record Arguments(int start, int end, PhiText json, List<ArgumentValue> values) implements Slot {
	}

	/**
	 * A value of data that stands in the body itself. It is searched with its key.
	 */
	record Value(ArgumentValue value) implements Slot {

		@Override
		public int start() {
			return this.value.start();
		}

		@Override
		public int end() {
			return this.value.end();
		}

	}

	/**
	 * The name of a function. Providers take letters, digits, hyphens and underscores
	 * only.
	 */
	record FunctionName(int start, int end, PhiText name) implements Slot {
	}

	/**
	 * A name that is meaningless to a provider as long as it stays the same.
	 */
	record Alias(int start, int end, PhiText value, String prefix) implements Slot {
	}

}
