package io.hilum.phi.scrub.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.hilum.phi.scrub.ScrubMode;
import io.hilum.phi.scrub.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request no further than its bounds allow.
 */
record ScrubBounds(int maxTexts, int maxCharacters) {

	List<String> texts(@Nullable List<@Nullable String> sent) {
		if (sent == null) {
			throw invalid("texts must be a list of strings");
		}
		if (sent.size() > this.maxTexts) {
			throw new ScrubProblem.TooLarge("A request may have " + this.maxTexts + " texts, has " + sent.size())
				.asException();
		}
		List<String> texts = new ArrayList<>(sent.size());
		long characters = 0;
		for (String text : sent) {
			if (text == null || hasLoneSurrogate(text)) {
				throw invalid("texts must be a list of strings of whole Unicode characters");
			}
			characters += text.length();
			texts.add(text);
		}
		if (characters > this.maxCharacters) {
			throw new ScrubProblem.TooLarge(
					"The texts of a request may have " + this.maxCharacters + " characters in all, have " + characters)
				.asException();
		}
		return texts;
	}

	Texts texts(ScrubRequestV1 request) {
		List<String> texts = texts(request.texts());
		Set<Integer> continuing = new HashSet<>();
		List<@Nullable Integer> sent = request.continuing();
		for (Integer index : (sent != null) ? sent : List.<@Nullable Integer>of()) {
			if (index == null || index < 1 || index >= texts.size()) {
				throw new ScrubProblem.Invalid("invalid_texts", "continuing must list indexes of texts after the first",
						"continuing")
					.asException();
			}
			continuing.add(index);
		}
		return new Texts(texts, continuing);
	}

	ScrubMode mode(@Nullable String name) {
		ScrubMode mode = ScrubMode.named((name != null) ? name : "")
			.orElseThrow(
					() -> new ScrubProblem.Invalid("invalid_mode", "mode must be pseudonymise, redact or block", "mode")
						.asException());
		if (!mode.isSupported()) {
			throw new ScrubProblem.Invalid("unsupported_mode", "The mode " + mode.wireName() + " is not supported yet",
					"mode")
				.asException();
		}
		return mode;
	}

	private static ScrubProblemException invalid(String message) {
		return new ScrubProblem.Invalid("invalid_texts", message, "texts").asException();
	}

	private static boolean hasLoneSurrogate(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				if (!Character.isSurrogatePair(text.charAt(i), (i + 1 < text.length()) ? text.charAt(i + 1) : ' ')) {
					return true;
				}
				i++;
			}
		}
		return false;
	}

}
