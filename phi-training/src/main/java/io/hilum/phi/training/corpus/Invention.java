package io.hilum.phi.training.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Invents names that sound like those of a list, so that no list can hold them: a chain
 * over three letters.
 */
final class Invention {

	private static final int LONGEST = 12;

	private final Map<String, List<Character>> next = new HashMap<>();

	Invention(List<String> names) {
		for (String name : names) {
			String framed = "^^" + name.toLowerCase(Locale.ROOT) + "$";
			for (int at = 2; at < framed.length(); at++) {
				this.next.computeIfAbsent(framed.substring(at - 2, at), (key) -> new ArrayList<>())
					.add(framed.charAt(at));
			}
		}
	}

	String invent(RandomGenerator random) {
		StringBuilder name = new StringBuilder("^^");
		while (name.length() < LONGEST) {
			List<Character> choices = this.next.getOrDefault(name.substring(name.length() - 2), List.of('$'));
			char letter = choices.get(random.nextInt(choices.size()));
			if (letter == '$') {
				break;
			}
			name.append(letter);
		}
		String letters = name.substring(2);
		if (letters.length() < 3 || !letters.chars().allMatch(Character::isLetter)) {
			return invent(random);
		}
		return Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
	}

}
