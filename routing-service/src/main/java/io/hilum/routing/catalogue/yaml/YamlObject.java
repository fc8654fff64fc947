package io.hilum.routing.catalogue.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of the file. What is missing or of the wrong kind is noted in the findings
 * and read as if it were absent, so that one reading finds all mistakes.
 */
public final class YamlObject {

	private final Map<String, Node> members = new LinkedHashMap<>();

	private final Map<String, Integer> keyLines = new HashMap<>();

	private final int line;

	private final Findings findings;

	private final References references;

	YamlObject(MappingNode node, Findings findings, References references) {
		this.line = lineOf(node);
		this.findings = findings;
		this.references = references;
		for (NodeTuple tuple : node.getValue()) {
			String key = (tuple.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "";
			this.keyLines.put(key, lineOf(tuple.getKeyNode()));
			if (this.members.put(key, tuple.getValueNode()) != null) {
				findings.fault(lineOf(tuple.getKeyNode()), "'" + key + "' is there twice");
			}
		}
	}

	/**
	 * The line on which the mapping begins.
	 * @return the line, from one
	 */
	public int line() {
		return this.line;
	}

	/**
	 * The line of a member, or of the mapping if there is none.
	 * @param key the name of the member
	 * @return the line, from one
	 */
	public int line(String key) {
		Node node = this.members.get(key);
		return (node != null) ? lineOf(node) : this.line;
	}

	/**
	 * The line of the name of a member.
	 * @param key the name of the member
	 * @return the line, from one
	 */
	public int keyLine(String key) {
		return this.keyLines.getOrDefault(key, this.line);
	}

	/**
	 * The line on which the text of a member begins: below the sign of a block.
	 * @param key the name of the member
	 * @return the line, from one
	 */
	public int textLine(String key) {
		boolean block = this.members.get(key) instanceof ScalarNode scalar
				&& (scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
						|| scalar.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED);
		return block ? line(key) + 1 : line(key);
	}

	/**
	 * The names of the members.
	 * @return the names, in order
	 */
	public Set<String> keys() {
		return this.members.keySet();
	}

	/**
	 * Refuse members of other names, which are typing mistakes.
	 * @param known the names that there may be
	 * @return this mapping
	 */
	public YamlObject allowing(Set<String> known) {
		return allowing(known, Set.of());
	}

	/**
	 * Refuse members of other names, which are typing mistakes.
	 * @param known the names that there may be
	 * @param more further names that there may be
	 * @return this mapping
	 */
	public YamlObject allowing(Set<String> known, Set<String> more) {
		keys().stream()
			.filter((key) -> !known.contains(key) && !more.contains(key))
			.forEach((key) -> this.findings.fault(line(key), "'" + key + "' is not known here"));
		return this;
	}

	/**
	 * A text that must be there.
	 * @param key the name of the member
	 * @return the text, empty if there is a fault
	 */
	public String text(String key) {
		String text = optional(key);
		if (text == null || text.isBlank()) {
			this.findings.fault(line(key), "'" + key + "' is required");
			return "";
		}
		return text;
	}

	/**
	 * A text with its references replaced.
	 * @param key the name of the member
	 * @return the text or {@code null}
	 */
	public @Nullable String optional(String key) {
		References.Expansion expansion = expansion(key);
		if (expansion != null && expansion.missing() != null) {
			this.findings.fault(line(key), "the environment has no " + expansion.missing());
		}
		return (expansion != null) ? expansion.value() : null;
	}

	/**
	 * A text as it stands, with what became of its references.
	 * @param key the name of the member
	 * @return the text or {@code null}
	 */
	public References.@Nullable Expansion expansion(String key) {
		Node node = this.members.get(key);
		if (node == null || Tag.NULL.equals(node.getTag())) {
			return null;
		}
		if (node instanceof ScalarNode scalar) {
			return this.references.expand(scalar.getValue());
		}
		this.findings.fault(lineOf(node), "'" + key + "' must be a single value");
		return null;
	}

	/**
	 * A text that may be anything or absent, without any mistake noted.
	 * @param key the name of the member
	 * @return the text, empty if there is none
	 */
	public String find(String key) {
		return (this.members.get(key) instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag()))
				? this.references.expand(scalar.getValue()).value().strip() : "";
	}

	/**
	 * The first variable that a member of this mapping refers to and that is not set.
	 * @return the variable or {@code null}
	 */
	public @Nullable Missing missing() {
		for (Node node : this.members.values()) {
			String variable = (node instanceof ScalarNode scalar) ? this.references.expand(scalar.getValue()).missing()
					: null;
			if (variable != null) {
				return new Missing(lineOf(node), variable);
			}
		}
		return null;
	}

	/**
	 * A whole number.
	 * @param key the name of the member
	 * @param min the smallest that is allowed
	 * @return the number or {@code null}
	 */
	public @Nullable Integer whole(String key, int min) {
		BigDecimal number = number(key);
		if (number == null) {
			return null;
		}
		if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(min)) < 0
				|| number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
			this.findings.fault(line(key), "'" + key + "' must be a whole number of at least " + min);
			return null;
		}
		return number.intValue();
	}

	/**
	 * A number, exactly as it is written.
	 * @param key the name of the member
	 * @return the number or {@code null}
	 */
	public @Nullable BigDecimal number(String key) {
		String text = optional(key);
		try {
			return (text != null) ? new BigDecimal(text) : null;
		}
		catch (NumberFormatException ex) {
			this.findings.fault(line(key), "'" + key + "' must be a number");
			return null;
		}
	}

	/**
	 * A switch.
	 * @param key the name of the member
	 * @return whether it is on
	 */
	public boolean flag(String key) {
		String text = optional(key);
		if (text != null && !text.equals("true") && !text.equals("false")) {
			this.findings.fault(line(key), "'" + key + "' must be true or false");
		}
		return "true".equals(text);
	}

	/**
	 * A day that must be there.
	 * @param key the name of the member
	 * @return the day, the first of all days if there is a fault
	 */
	public LocalDate day(String key) {
		try {
			return LocalDate.parse(text(key));
		}
		catch (DateTimeParseException ex) {
			this.findings.fault(line(key), "'" + key + "' must be a day such as 2027-06-30");
			return LocalDate.MIN;
		}
	}

	/**
	 * Members as JSON.
	 * @return the JSON of each member, by name
	 */
	public Map<String, String> json() {
		Map<String, String> json = new LinkedHashMap<>();
		this.members.forEach((name, node) -> json.put(name, YamlJson.of(node, this.references, this.findings)));
		return json;
	}

	/**
	 * A list of texts, or one text that stands for a list of itself.
	 * @param key the key
	 * @return the texts, none if the key is missing
	 */
	public List<String> oneOrMore(String key) {
		if (this.members.get(key) instanceof ScalarNode) {
			return List.of(text(key));
		}
		return texts(key);
	}

	/**
	 * A list of texts.
	 * @param key the name of the member
	 * @return the texts, none if there is no such member
	 */
	public List<String> texts(String key) {
		List<String> texts = new ArrayList<>();
		for (Node item : items(key)) {
			if (item instanceof ScalarNode scalar) {
				texts.add(scalar.getValue());
			}
			else {
				this.findings.fault(lineOf(item), "'" + key + "' must be a list of names");
			}
		}
		return texts;
	}

	/**
	 * A list of mappings.
	 * @param key the name of the member
	 * @return the mappings, none if there is no such member
	 */
	public List<YamlObject> objects(String key) {
		List<YamlObject> objects = new ArrayList<>();
		for (Node item : items(key)) {
			if (item instanceof MappingNode mapping) {
				objects.add(new YamlObject(mapping, this.findings, this.references));
			}
			else {
				this.findings.fault(lineOf(item), "'" + key + "' must be a list of mappings");
			}
		}
		return objects;
	}

	/**
	 * A mapping.
	 * @param key the name of the member
	 * @return the mapping or {@code null}
	 */
	public @Nullable YamlObject object(String key) {
		Node node = this.members.get(key);
		if (node instanceof MappingNode mapping) {
			return new YamlObject(mapping, this.findings, this.references);
		}
		if (node != null && !Tag.NULL.equals(node.getTag())) {
			this.findings.fault(lineOf(node), "'" + key + "' must be a mapping");
		}
		return null;
	}

	private List<Node> items(String key) {
		Node node = this.members.get(key);
		if (node instanceof SequenceNode sequence) {
			return sequence.getValue();
		}
		if (node != null && !Tag.NULL.equals(node.getTag())) {
			this.findings.fault(lineOf(node), "'" + key + "' must be a list");
		}
		return List.of();
	}

	/**
	 * A variable that is not set.
	 *
	 * @param line the line that refers to it, from one
	 * @param variable its name
	 */
	public record Missing(int line, String variable) {

	}

	private static int lineOf(Node node) {
		return node.getStartMark().getLine() + 1;
	}

}
