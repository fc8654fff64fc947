package io.hilum.routing.catalogue.yaml;

import java.io.StringReader;
import java.util.List;

import io.hilum.routing.catalogue.CatalogueException;
import io.hilum.routing.catalogue.CatalogueException.Fault;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the text of a catalogue. No tag of the text can create an object.
 */
public final class YamlText {

	private static final int MAX_CODE_POINTS = 4 << 20;

	private YamlText() {
	}

	/**
	 * Read a text whose root is a mapping.
	 * @param text the text
	 * @param findings where mistakes are noted
	 * @param references what replaces references to the environment
	 * @return the root
	 * @throws CatalogueException if it is no YAML
	 */
	public static YamlObject parse(String text, Findings findings, References references) {
		try {
			Node root = new Yaml(options()).compose(new StringReader(text));
			if (root instanceof MappingNode mapping) {
				return new YamlObject(mapping, findings, references);
			}
			throw new CatalogueException(List.of(new Fault(1, "a catalogue must be a mapping")));
		}
		catch (MarkedYAMLException ex) {
			Mark mark = ex.getProblemMark();
			throw new CatalogueException(List.of(new Fault((mark != null) ? mark.getLine() + 1 : 1, "no YAML")));
		}
		catch (YAMLException ex) {
			throw new CatalogueException(List.of(new Fault(1, "no YAML, or too large")));
		}
	}

	private static LoaderOptions options() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(50);
		options.setCodePointLimit(MAX_CODE_POINTS);
		return options;
	}

}
