package io.hilum.phi.scrub.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.known.Identity;
import io.hilum.phi.scrub.Texts;
import io.hilum.phi.scrub.web.ScrubRequestV1.KnownV1;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a request no further than its bounds allow.
 */
record ScrubBounds(int maxTexts, int maxCharacters) {

	private static final int MAX_IDENTITIES = 256;

	private static final int MAX_IDENTITY = 256;

	Texts texts(ScrubRequestV1 request) {
		List<String> texts = texts(request.texts());
		return new Texts(texts, continuing(request.continuing(), texts.size()), identities(request.identities()));
	}

	private static Set<Integer> continuing(@Nullable List<@Nullable Integer> sent, int size) {
		Set<Integer> continuing = new HashSet<>();
		for (Integer index : (sent != null) ? sent : List.<@Nullable Integer>of()) {
			if (index == null || index < 1 || index >= size) {
				throw new ScrubProblem.Invalid("invalid_texts", "continuing must list indexes of texts after the first",
						"continuing")
					.asException();
			}
			continuing.add(index);
		}
		return continuing;
	}

	private static List<Identity> identities(@Nullable List<@Nullable KnownV1> sent) {
		List<Identity> identities = new ArrayList<>();
		for (KnownV1 known : (sent != null) ? sent : List.<@Nullable KnownV1>of()) {
			EntityType type = (known != null) ? EntityType.named(known.type()).orElse(null) : null;
			String value = (known != null) ? known.value() : null;
			if (type == null || value == null || value.isBlank() || value.length() > MAX_IDENTITY
					|| identities.size() == MAX_IDENTITIES) {
				throw new ScrubProblem.Invalid(
						"invalid_identities", "identities must be at most " + MAX_IDENTITIES
								+ " objects with a type and a value of at most " + MAX_IDENTITY + " characters",
						"identities")
					.asException();
			}
			identities.add(new Identity(type, value));
		}
		return identities;
	}

	private List<String> texts(@Nullable List<@Nullable String> sent) {
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
