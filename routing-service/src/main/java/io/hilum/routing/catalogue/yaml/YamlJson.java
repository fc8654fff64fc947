package io.hilum.routing.catalogue.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a value of the file as JSON.
 */
final class YamlJson {

	private YamlJson() {
	}

	static String of(Node node, References references, Findings findings) {
		return JsonMapper.shared().writeValueAsString(value(node, references, findings));
	}

	private static @Nullable Object value(Node node, References references, Findings findings) {
		return switch (node) {
			case ScalarNode scalar -> scalar(scalar, references, findings);
			case SequenceNode sequence -> {
				List<@Nullable Object> list = new ArrayList<>();
				sequence.getValue().forEach((item) -> list.add(value(item, references, findings)));
				yield list;
			}
			case MappingNode mapping -> {
				Map<String, @Nullable Object> map = new LinkedHashMap<>();
				for (NodeTuple tuple : mapping.getValue()) {
					String key = (tuple.getKeyNode() instanceof ScalarNode name) ? name.getValue() : "";
					map.put(key, value(tuple.getValueNode(), references, findings));
				}
				yield map;
			}
			default -> null;
		};
	}

	private static @Nullable Object scalar(ScalarNode scalar, References references, Findings findings) {
		Tag tag = scalar.getTag();
		String text = references.expand(scalar.getValue()).value();
		try {
			if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
				return new BigDecimal(text);
			}
		}
		catch (NumberFormatException ex) {
			findings.fault(scalar.getStartMark().getLine() + 1, "'" + text + "' is no number of JSON");
			return null;
		}
		if (Tag.NULL.equals(tag)) {
			return null;
		}
		return Tag.BOOL.equals(tag) ? (Object) Boolean.valueOf(text) : text;
	}

}
