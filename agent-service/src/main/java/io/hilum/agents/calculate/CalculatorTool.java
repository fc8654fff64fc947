package io.hilum.agents.calculate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.hilum.agents.calculate.Calculator.Input;
import io.hilum.agents.calculate.Calculator.Values;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Calculates, so that no model has to.
 */
@Component
class CalculatorTool implements Tool {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Map<String, Calculator> byName = new TreeMap<>();

	private final ToolDefinition definition;

	CalculatorTool() {
		Formulas.ALL.forEach((calculator) -> this.byName.put(calculator.name(), calculator));
		this.definition = new ToolDefinition("calculate",
				"Calculate by a published formula. Flags are 1 for yes and 0 for no. What each needs: "
						+ this.byName.values().stream().map(CalculatorTool::needs).collect(Collectors.joining("; ")),
				schema(), false);
	}

	private static String needs(Calculator calculator) {
		return calculator.name() + "(" + calculator.inputs().stream().map(Input::name).collect(Collectors.joining(", "))
				+ ")";
	}

	private JsonNode schema() {
		ObjectNode schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
		schema.putArray("required").add("calculator").add("inputs");
		ObjectNode properties = schema.putObject("properties");
		this.byName.keySet().forEach(properties.putObject("calculator").put("type", "string").putArray("enum")::add);
		properties.putObject("inputs")
			.put("type", "object")
			.put("maxProperties", 12)
			.putObject("additionalProperties")
			.put("type", "number");
		return schema;
	}

	@Override
	public ToolDefinition definition() {
		return this.definition;
	}

	@Override
	public Mono<ToolResult> call(JsonNode arguments, ToolUse use) {
		return Mono.fromSupplier(
				() -> ToolResult.of(calculated(arguments.path("calculator").asString(""), arguments.path("inputs"))));
	}

	private JsonNode calculated(String name, JsonNode inputs) {
		Calculator calculator = this.byName.get(name);
		if (calculator == null) {
			throw new ToolRefusal("calculator_unknown", "There is no calculator of this name");
		}
		Map<String, Double> values = new HashMap<>();
		for (Input input : calculator.inputs()) {
			values.put(input.name(), value(input, inputs));
		}
		double result = calculator.formula().applyAsDouble(new Values(values));
		return JSON.createObjectNode()
			.put("calculator", name)
			.put("result", BigDecimal.valueOf(result).setScale(calculator.decimals(), RoundingMode.HALF_UP))
			.put("unit", calculator.unit())
			.put("source", calculator.source());
	}

	private static double value(Input input, JsonNode inputs) {
		JsonNode value = inputs.get(input.name());
		if (value == null || !value.isNumber()) {
			throw new ToolRefusal("input_missing", input.name() + " is missing");
		}
		double number = value.asDouble();
		boolean fits = number >= input.least() && number <= input.most() && (!input.isFlag() || number % 1 == 0);
		if (!fits) {
			throw new ToolRefusal("input_out_of_range",
					input.name() + " must be from " + input.least() + " to " + input.most());
		}
		return number;
	}

}
