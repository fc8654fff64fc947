package io.hilum.agents.calculate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Converts units as the Unified Code for Units of Measure (UCUM) defines them. Amounts of
 * a substance become masses only where UCUM knows how: it does not know molecules.
 */
@Component
class UnitTool implements Tool {

	private static final String PARAMETERS = """
			{"type":"object","additionalProperties":false,"required":["value","from","to"],"properties":{
			"value":{"type":"number"},
			"from":{"type":"string","minLength":1,"maxLength":32,"description":"a UCUM unit such as mg/dL"},
			"to":{"type":"string","minLength":1,"maxLength":32}}}""";

	private static final ToolDefinition DEFINITION = ToolDefinition.reading("convert_unit",
			"Convert a value from one unit of UCUM to another of the same dimension", PARAMETERS);

	private static final int PRECISION = 12;

	private final UcumEssenceService ucum;

	UnitTool() {
		try (InputStream essence = Objects
			.requireNonNull(UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml"))) {
			this.ucum = new UcumEssenceService(essence);
		}
		catch (IOException | UcumException ex) {
			throw new IllegalStateException("the definitions of UCUM cannot be read", ex);
		}
	}

	@Override
	public ToolDefinition definition() {
		return DEFINITION;
	}

	@Override
	public Mono<ToolResult> call(JsonNode arguments, ToolUse use) {
		return Mono.fromSupplier(() -> ToolResult.of(converted(arguments)));
	}

	private JsonNode converted(JsonNode arguments) {
		String from = arguments.path("from").asString("");
		String to = arguments.path("to").asString("");
		try {
			Decimal value = new Decimal(arguments.path("value").decimalValue().toPlainString(), PRECISION);
			return JsonMapper.shared()
				.createObjectNode()
				.put("value", this.ucum.convert(value, from, to).asDecimal())
				.put("unit", to);
		}
		catch (UcumException ex) {
			throw new ToolRefusal("units_do_not_fit", "These are not two units of UCUM of the same dimension");
		}
	}

}
