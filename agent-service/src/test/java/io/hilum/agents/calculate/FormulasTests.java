package io.hilum.agents.calculate;

import java.util.List;

import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolUse;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CalculatorTool} and {@link UnitTool}: values worked by hand from the
 * published formulas, and their limits.
 */
class FormulasTests {

	private static final ToolUse USE = new ToolUse(new Mandate(new ServiceContext("req_1", "iss|bo",
			List.of("Clinician"), "t", null, null, "treatment", PhiState.RAW, "none", "c"), "d", "agent/clinical", "m"),
			List.of(), null);

	private final CalculatorTool calculators = new CalculatorTool();

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "bmi;`{\"weight_kg\":70,\"height_cm\":175}`;22.9",
			"bsa_mosteller;`{\"weight_kg\":70,\"height_cm\":170}`;1.82",
			"egfr_ckd_epi_2021;`{\"age_years\":50,\"female\":0,\"creatinine_mg_dl\":0.9}`;104",
			"egfr_ckd_epi_2021;`{\"age_years\":50,\"female\":1,\"creatinine_mg_dl\":0.7}`;105",
			"egfr_ckd_epi_2021;`{\"age_years\":60,\"female\":0,\"creatinine_mg_dl\":1.8}`;43",
			"egfr_ckd_epi_2021;`{\"age_years\":60,\"female\":1,\"creatinine_mg_dl\":1.4}`;43",
			"creatinine_clearance_cockcroft_gault;`{\"age_years\":60,\"female\":0,\"creatinine_mg_dl\":1,\"weight_kg\":72}`;80",
			"creatinine_clearance_cockcroft_gault;`{\"age_years\":60,\"female\":1,\"creatinine_mg_dl\":1,\"weight_kg\":72}`;68",
			"cha2ds2_vasc;`{\"age_years\":76,\"female\":1,\"heart_failure\":1,\"hypertension\":1,\"diabetes\":1,\"stroke_tia_or_thromboembolism\":1,\"vascular_disease\":1}`;9",
			"cha2ds2_vasc;`{\"age_years\":65,\"female\":0,\"heart_failure\":0,\"hypertension\":1,\"diabetes\":0,\"stroke_tia_or_thromboembolism\":0,\"vascular_disease\":0}`;2",
			"meld_3_0;`{\"female\":0,\"bilirubin_mg_dl\":0.5,\"sodium_mmol_l\":140,\"inr\":0.9,\"creatinine_mg_dl\":0.8,\"albumin_g_dl\":4}`;6",
			"meld_3_0;`{\"female\":1,\"bilirubin_mg_dl\":4,\"sodium_mmol_l\":130,\"inr\":2,\"creatinine_mg_dl\":1,\"albumin_g_dl\":2.5}`;25",
			"meld_3_0;`{\"female\":1,\"bilirubin_mg_dl\":40,\"sodium_mmol_l\":120,\"inr\":6,\"creatinine_mg_dl\":9,\"albumin_g_dl\":1}`;40",
			"qtc_bazett;`{\"qt_ms\":400,\"heart_rate_bpm\":60}`;400",
			"qtc_bazett;`{\"qt_ms\":360,\"heart_rate_bpm\":100}`;465",
			"qtc_fridericia;`{\"qt_ms\":360,\"heart_rate_bpm\":100}`;427",
			"anion_gap;`{\"sodium_mmol_l\":140,\"chloride_mmol_l\":104,\"bicarbonate_mmol_l\":24}`;12",
			"corrected_calcium;`{\"calcium_mg_dl\":8,\"albumin_g_dl\":2}`;9.6",
			"mean_arterial_pressure;`{\"systolic_mmhg\":120,\"diastolic_mmhg\":75}`;90",
			"fib_4;`{\"age_years\":50,\"ast_u_l\":80,\"alt_u_l\":64,\"platelets_10e9_l\":200}`;2.50",
			"curb_65;`{\"age_years\":65,\"confusion\":1,\"urea_bun_mg_dl\":20,\"respiratory_rate_per_min\":30,\"systolic_mmhg\":89,\"diastolic_mmhg\":70}`;5",
			"curb_65;`{\"age_years\":64,\"confusion\":0,\"urea_bun_mg_dl\":19,\"respiratory_rate_per_min\":29,\"systolic_mmhg\":90,\"diastolic_mmhg\":61}`;0" })
	void calculatesAsPublished(String name, String inputs, String result) {
		JsonNode answer = calculate(name, inputs);
		assertThat(answer.get("result").decimalValue().toPlainString()).isEqualTo(result);
		assertThat(answer.get("source").asString()).isNotBlank();
	}

	@Test
	void testsEveryCalculator() {
		assertThat(Formulas.ALL).hasSize(13).extracting(Calculator::name).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "`{\"weight_kg\":70}`;input_missing",
					"`{\"weight_kg\":70,\"height_cm\":1.75}`;input_out_of_range",
					"`{\"weight_kg\":\"70\",\"height_cm\":175}`;input_missing", "`{}`;input_missing" })
	void refusesWhatMakesNoSense(String inputs, String code) {
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(() -> calculate("bmi", inputs))
			.satisfies((refused) -> assertThat(refused.code()).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource({ "1, g, mg, 1000", "2.5, kg, [lb_av], 5.51155655462", "180, mg/dL, g/L, 1.8", "1, h, min, 60" })
	void convertsUnits(String value, String from, String to, double converted) {
		JsonNode answer = convert(value, from, to);
		assertThat(answer.get("value").asDouble()).isCloseTo(converted, org.assertj.core.data.Offset.offset(1e-6));
		assertThat(answer.get("unit").asString()).isEqualTo(to);
	}

	@ParameterizedTest
	@CsvSource({ "1, g, m", "1, mg/dL, mmol/L", "1, nonsense, g", "1, g, ((" })
	void refusesUnitsThatDoNotFit(String value, String from, String to) {
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(() -> convert(value, from, to));
	}

	private JsonNode calculate(String name, String inputs) {
		return result(this.calculators
			.call(JsonMapper.shared().readTree("{\"calculator\":\"" + name + "\",\"inputs\":" + inputs + "}"), USE));
	}

	private static JsonNode convert(String value, String from, String to) {
		return result(new UnitTool().call(JsonMapper.shared()
			.readTree("{\"value\":" + value + ",\"from\":\"" + from + "\",\"to\":\"" + to + "\"}"), USE));
	}

	private static JsonNode result(reactor.core.publisher.Mono<io.hilum.agents.tool.ToolResult> call) {
		io.hilum.agents.tool.ToolResult result = call.block(java.time.Duration.ofSeconds(30));
		assertThat(result).isNotNull();
		return result.content();
	}

}
