package io.hilum.agents.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.model.ToolCall;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.pseudonym.Pseudonyms;
import io.hilum.agents.tool.ToolOutcome;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolUse;
import io.hilum.agents.tool.Toolbox;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Our own tools, called by programs outside on behalf of a person, behind the same guard
 * as an agent's. What they say goes to a model that nobody here sees: all but public
 * knowledge leaves with pseudonyms only, and not at all if they cannot be put in.
 */
@Component
public class OfferedTools {

	/**
	 * What is worked out of public knowledge and of the arguments alone.
	 */
	private static final Set<String> PUBLIC = Set.of("lookup_icd10cm", "lookup_hcpcs", "lookup_ndc", "calculate",
			"convert_unit", "check_npi");

	private static final String SEARCH = "search_collections";

	private static final String COLLECTIONS = "collections";

	/** All that change nothing and need no run. */
	static final Set<String> OFFERABLE = offerable();

	private final Toolbox toolbox;

	private final Pseudonyms pseudonyms;

	private final OfferProperties properties;

	OfferedTools(Toolbox toolbox, Pseudonyms pseudonyms, OfferProperties properties) {
		this.toolbox = toolbox;
		this.pseudonyms = pseudonyms;
		this.properties = properties;
	}

	private static Set<String> offerable() {
		Set<String> all = new TreeSet<>(PUBLIC);
		all.add(SEARCH);
		return all;
	}

	/**
	 * Which tools a caller may call.
	 * @param mandate who calls
	 * @return their definitions: {@code name}, {@code description} and
	 * {@code parameters}, a JSON schema
	 */
	public List<JsonNode> of(Mandate mandate) {
		List<JsonNode> definitions = new ArrayList<>();
		this.toolbox.offer(names(mandate)).forEach((tool) -> definitions.add(offered(tool.path("function"))));
		return definitions;
	}

	private List<String> names(Mandate mandate) {
		List<String> allowed = OFFERABLE.stream()
			.filter((name) -> this.properties.lets(mandate.context().roles(), name))
			.toList();
		return this.toolbox.available(allowed, new ToolUse(mandate, List.of(), null))
			.stream()
			.filter(allowed::contains)
			.toList();
	}

	/** There is no request that names collections, so that the call has to. */
	private JsonNode offered(JsonNode definition) {
		if (!definition.path("name").asString("").equals(SEARCH)
				|| !(definition.deepCopy() instanceof ObjectNode search)) {
			return definition;
		}
		ObjectNode parameters = search.withObject("/parameters");
		ObjectNode collections = parameters.withObject("/properties").putObject(COLLECTIONS).put("type", "array");
		collections.put("minItems", 1).put("maxItems", this.properties.maxCollections());
		collections.putObject("items").put("type", "string").put("minLength", 1).put("maxLength", 128);
		parameters.withArray("/required").add(COLLECTIONS);
		return search;
	}

	/**
	 * Call a tool.
	 * @param name its name
	 * @param arguments its arguments
	 * @param mandate on whose behalf
	 * @return how it went, or an {@link AgentProblem} if something that it needs is away
	 */
	public Mono<ToolOutcome> call(String name, ObjectNode arguments, Mandate mandate) {
		List<String> collections = new ArrayList<>();
		if (name.equals(SEARCH) && arguments.remove(COLLECTIONS) instanceof JsonNode named) {
			named.forEach((one) -> collections.add(one.asString("")));
		}
		ToolCall call = new ToolCall(mandate.run(), name, arguments.toString());
		if (collections.size() > this.properties.maxCollections()) {
			return Mono.just(ToolOutcome.refused(call, new ToolRefusal("arguments_invalid",
					"At most " + this.properties.maxCollections() + " collections are searched at once")));
		}
		return this.toolbox.call(call, names(mandate), new ToolUse(mandate, collections, null))
			.flatMap((outcome) -> leaving(outcome, mandate));
	}

	private Mono<ToolOutcome> leaving(ToolOutcome outcome, Mandate mandate) {
		if (PUBLIC.contains(outcome.call().name()) || !outcome.outcome().equals("ok")) {
			return Mono.just(outcome);
		}
		JsonMapper json = JsonMapper.shared();
		return this.pseudonyms.in(json.readTree(outcome.content()), mandate, json.createArrayNode())
			.map((safe) -> new ToolOutcome(outcome.call(), outcome.outcome(), safe.toString(), List.of(), List.of()))
			.onErrorResume((ex) -> !(ex instanceof AgentProblem problem && problem.status() >= 500),
					(ex) -> Mono.just(ToolOutcome.refused(outcome.call(), withheld())));
	}

	private static ToolRefusal withheld() {
		return new ToolRefusal("identifiers_not_taken_out",
				"Identifiers of people could not be taken out of the result, so it is not shown");
	}

}
