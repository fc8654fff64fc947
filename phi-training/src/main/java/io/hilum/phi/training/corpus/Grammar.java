package io.hilum.phi.training.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Templates in families and the rules that they use. A line is one template;
 * {@code == name} starts a family, {@code @name} a rule. In a template {@code (a|b|)}
 * chooses, <code>{slot}</code> is filled in, <code>{@rule}</code> goes on with a line of
 * a rule, {@code \n} is a new line, and a backslash keeps the meaning of a symbol.
 */
final class Grammar {

	private final Map<String, List<String>> families = new LinkedHashMap<>();

	private final Map<String, List<String>> rules = new LinkedHashMap<>();

	/** Read a file of templates and add what is in it. */
	void read(List<String> lines) {
		List<String> block = new ArrayList<>();
		for (String line : lines) {
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			if (line.startsWith("== ")) {
				block = this.families.computeIfAbsent(line.substring(3).strip(), (name) -> new ArrayList<>());
			}
			else if (line.startsWith("@")) {
				block = this.rules.computeIfAbsent(line.substring(1).strip(), (name) -> new ArrayList<>());
			}
			else {
				block.add(line);
			}
		}
	}

	List<String> families() {
		return List.copyOf(this.families.keySet());
	}

	/** Write a template of a family. */
	void write(String family, Slots slots, RandomGenerator random, Draft draft) {
		List<String> templates = this.families.getOrDefault(family, List.of());
		new Writer(slots, random, draft).write(templates.get(random.nextInt(templates.size())));
	}

	/** Writes one text. */
	private final class Writer {

		private final Slots slots;

		private final RandomGenerator random;

		private final Draft draft;

		private final StringBuilder plain = new StringBuilder();

		Writer(Slots slots, RandomGenerator random, Draft draft) {
			this.slots = slots;
			this.random = random;
			this.draft = draft;
		}

		void write(String template) {
			expand(template);
			flush();
		}

		private void expand(String template) {
			int at = 0;
			while (at < template.length()) {
				char unit = template.charAt(at);
				if (unit == '\\' && at + 1 < template.length()) {
					char escaped = template.charAt(at + 1);
					this.plain.append((escaped == 'n') ? '\n' : (escaped == 't') ? '\t' : escaped);
					at += 2;
				}
				else if (unit == '{') {
					int end = template.indexOf('}', at);
					fill(template.substring(at + 1, end));
					at = end + 1;
				}
				else if (unit == '(') {
					int end = closing(template, at);
					List<String> choices = choices(template.substring(at + 1, end));
					expand(choices.get(this.random.nextInt(choices.size())));
					at = end + 1;
				}
				else {
					this.plain.append(unit);
					at++;
				}
			}
		}

		private void fill(String slot) {
			if (slot.startsWith("@")) {
				List<String> lines = Grammar.this.rules.get(slot.substring(1));
				if (lines == null) {
					throw new IllegalStateException("no rule " + slot);
				}
				expand(lines.get(this.random.nextInt(lines.size())));
			}
			else {
				flush();
				this.slots.fill(slot, this.draft);
			}
		}

		private void flush() {
			if (!this.plain.isEmpty()) {
				this.draft.write(this.plain.toString());
				this.plain.setLength(0);
			}
		}

		private static int closing(String template, int open) {
			int depth = 0;
			for (int at = open; at < template.length(); at++) {
				char unit = template.charAt(at);
				if (unit == '\\') {
					at++;
				}
				else if (unit == '(') {
					depth++;
				}
				else if (unit == ')' && --depth == 0) {
					return at;
				}
			}
			throw new IllegalStateException("a bracket is not closed: " + template);
		}

		private static List<String> choices(String inner) {
			List<String> choices = new ArrayList<>();
			int depth = 0;
			int from = 0;
			for (int at = 0; at < inner.length(); at++) {
				char unit = inner.charAt(at);
				if (unit == '\\') {
					at++;
				}
				else if (unit == '(' || unit == '{') {
					depth++;
				}
				else if (unit == ')' || unit == '}') {
					depth--;
				}
				else if (unit == '|' && depth == 0) {
					choices.add(inner.substring(from, at));
					from = at + 1;
				}
			}
			choices.add(inner.substring(from));
			return choices;
		}

	}

}
