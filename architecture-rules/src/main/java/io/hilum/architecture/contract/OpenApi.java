package io.hilum.architecture.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI contract of {@code contracts/openapi}, which the tests of every module have
 * on their class path: which operations there are and what they answer.
 */
public final class OpenApi {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String BASE = "https://hilum.io/contracts/";

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(builder) -> builder.schemas((iri) -> iri.startsWith(BASE) ? text(iri.substring(BASE.length())) : null));

	private final JsonNode contract;

	private OpenApi(JsonNode contract) {
		this.contract = contract;
	}

	/**
	 * Read a contract.
	 * @param name its name, such as {@code usage-v1}
	 * @return the contract
	 */
	public static OpenApi of(String name) {
		Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text("openapi/" + name + ".yaml"));
		return new OpenApi(JSON.valueToTree(content));
	}

	/**
	 * The operations of the contract.
	 * @return each as method and path
	 */
	public Set<String> operations() {
		Set<String> operations = new TreeSet<>();
		this.contract.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.propertyNames()
				.stream()
				.filter(METHODS::contains)
				.forEach((method) -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
		return operations;
	}

	/**
	 * What is wrong with an answer.
	 * @param method the method of the request
	 * @param path its path
	 * @param status the status of the answer
	 * @param json its body
	 * @return what the contract does not allow; nothing for a path that it does not name
	 */
	public List<String> errors(String method, String path, int status, String json) {
		JsonNode operation = operation(method.toLowerCase(Locale.ROOT), path);
		if (operation.isMissingNode()) {
			return List.of();
		}
		JsonNode response = response(operation.path("responses"), status);
		if (response.isMissingNode() && status < 400) {
			return operation.path("responses").has("default") ? List.of()
					: List.of("no status " + status + " for " + method + " " + path);
		}
		JsonNode resolved = response.has("$ref") ? this.contract.at(response.path("$ref").asString().substring(1))
				: response;
		JsonNode schema = response.isMissingNode() ? this.contract.at("/components/schemas/Error")
				: resolved.at("/content/application~1json/schema");
		return schema.isMissingNode() ? List.of("no JSON for " + status + " of " + method + " " + path)
				: errors(schema, json);
	}

	/**
	 * Where a request is not what the contract takes.
	 * @param method its method
	 * @param path its path
	 * @param json its body
	 * @return what the contract does not allow
	 */
	public List<String> requestErrors(String method, String path, String json) {
		JsonNode schema = operation(method.toLowerCase(Locale.ROOT), path)
			.at("/requestBody/content/application~1json/schema");
		return schema.isMissingNode() ? List.of("no JSON for " + method + " " + path) : errors(schema, json);
	}

	/**
	 * What stands for a status: itself, or else all the others. A reference to another
	 * operation in words says nothing of the body.
	 */
	private static JsonNode response(JsonNode responses, int status) {
		JsonNode named = responses.path(Integer.toString(status));
		JsonNode others = responses.path("default");
		boolean silent = !others.has("$ref") && !others.has("content");
		return (named.isMissingNode() && !silent) ? others : named;
	}

	private List<String> errors(JsonNode schema, String json) {
		ObjectNode whole = JSON.createObjectNode();
		whole.put("$id", BASE + "openapi/answer.json");
		whole.set("components", this.contract.path("components"));
		whole.putArray("allOf").add(schema);
		return SCHEMAS.getSchema(whole).validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
	}

	private JsonNode operation(String method, String path) {
		return this.contract.path("paths")
			.properties()
			.stream()
			.filter((entry) -> pattern(entry.getKey()).matcher(path).matches() && entry.getValue().has(method))
			.sorted(Comparator.comparing((entry) -> -literals(entry.getKey())))
			.map((entry) -> entry.getValue().path(method))
			.findFirst()
			.orElseGet(JSON::missingNode);
	}

	/**
	 * The more of a path a template spells out, the more it means this path.
	 */
	private static int literals(String template) {
		return template.contains("{") ? template.replaceAll("\\{[^}]+}", "").length() : Integer.MAX_VALUE;
	}

	private static Pattern pattern(String template) {
		return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/].*"));
	}

	private static String text(String name) {
		try (InputStream in = OpenApi.class.getResourceAsStream("/contracts/" + name)) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
