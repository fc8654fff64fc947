package io.hilum.agents.provider;

import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Says whether a number can be an NPI. Whether somebody has it only the registry knows,
 * which is on the internet and not asked.
 */
@Component
class NpiTool implements Tool {

	private static final String PARAMETERS = """
			{"type":"object","additionalProperties":false,"required":["npi"],"properties":{
			"npi":{"type":"string","minLength":1,"maxLength":20}}}""";

	private static final ToolDefinition DEFINITION = ToolDefinition.reading("check_npi",
			"Check the form and the check digit of a National Provider Identifier", PARAMETERS);

	@Override
	public ToolDefinition definition() {
		return DEFINITION;
	}

	@Override
	public Mono<ToolResult> call(JsonNode arguments, ToolUse use) {
		return Mono.fromSupplier(() -> {
			boolean valid = Npi.isValid(arguments.path("npi").asString("").replaceAll("[\\s-]", ""));
			return ToolResult.of(JsonMapper.shared()
				.createObjectNode()
				.put("valid", valid)
				.put("meaning", valid ? "The check digit is right; whether it is issued was not looked up"
						: "This is no NPI: it must be ten digits with a right check digit"));
		});
	}

}
