package io.hilum.usage.reconciliation.statement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import io.hilum.usage.reconciliation.Meter;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.Statement.Line;
import io.hilum.usage.reconciliation.StatementFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the files of all providers.
 */
class StatementsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

	@SuppressWarnings("unused")
	private static final List<StatementFormat> FORMATS = Statements.all();

	@Test
	void readsOpenAisUsageWhereInputIncludesWhatWasCached() {
		assertThat(read(new OpenAiUsage(), """
				{"object":"page","data":[{"object":"bucket","start_time":1767571200,"results":[
				{"input_tokens":1000,"input_cached_tokens":800,"output_tokens":50,"model":"gpt-4o-2024-08-06"}]}]}"""))
			.containsExactly(line("gpt-4o-2024-08-06", Meter.INPUT, 200),
					line("gpt-4o-2024-08-06", Meter.CACHED_INPUT, 800), line("gpt-4o-2024-08-06", Meter.OUTPUT, 50));
	}

	@Test
	void readsOpenAisCosts() {
		assertThat(read(new OpenAiCosts(), """
				{"object":"page","data":[{"object":"bucket","start_time":1767571200,"results":[
				{"object":"organization.costs.result","amount":{"value":0.06,"currency":"usd"},
				"line_item":"gpt-4o-2024-08-06, input"}]}]}"""))
			.containsExactly(line("gpt-4o-2024-08-06", Meter.COST, 60_000_000));
	}

	@Test
	void readsAnthropicsUsage() {
		assertThat(read(new AnthropicUsage(), """
				{"data":[{"starting_at":"2026-01-05T00:00:00Z","ending_at":"2026-01-06T00:00:00Z","results":[
				{"uncached_input_tokens":1500,"cache_creation":{"ephemeral_1h_input_tokens":1000,
				"ephemeral_5m_input_tokens":500},"cache_read_input_tokens":200,"output_tokens":700,
				"model":"claude-sonnet-5-5"}]}],"has_more":false}""")).containsExactly(
				line("claude-sonnet-5-5", Meter.INPUT, 1500), line("claude-sonnet-5-5", Meter.CACHED_INPUT, 200),
				line("claude-sonnet-5-5", Meter.CACHE_WRITE, 1500), line("claude-sonnet-5-5", Meter.OUTPUT, 700));
	}

	@Test
	void readsAzuresCostsOfBothAgreements() {
		String enterprise = """
				\uFEFFDate,MeterCategory,MeterSubCategory,MeterName,Quantity,UnitOfMeasure,CostInBillingCurrency,BillingCurrencyCode
				01/05/2026,Cognitive Services,Azure OpenAI,gpt-4o-0806-Inp-glbl Tokens,12.5,1K,0.03125,USD
				01/05/2026,Cognitive Services,Azure OpenAI,gpt-4o-0806-cached Inp-glbl Tokens,2,1K,0.0025,USD
				01/05/2026,Virtual Machines,,D2 v5,24,1 Hour,2.30,USD
				""";
		assertThat(read(new AzureCosts(), enterprise)).containsExactly(line("gpt-4o-0806", Meter.INPUT, 12_500),
				line("gpt-4o-0806", Meter.COST, 31_250_000), line("gpt-4o-0806", Meter.CACHED_INPUT, 2000),
				line("gpt-4o-0806", Meter.COST, 2_500_000));
		String customer = """
				date,meterCategory,meterName,quantity,unitOfMeasure,costInUsd,billingCurrency
				2026-01-05,Foundry Models,gpt-4o-0806-Outp-glbl Tokens,0.001,1M,0.01,USD
				""";
		assertThat(read(new AzureCosts(), customer)).containsExactly(line("gpt-4o-0806", Meter.OUTPUT, 1000),
				line("gpt-4o-0806", Meter.COST, 10_000_000));
	}

	@Test
	void readsAwssReport() {
		assertThat(read(new AwsCostAndUsage(),
				"""
						identity/LineItemId,lineItem/UsageStartDate,lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,pricing/unit
						a,2026-01-05T00:00:00Z,AmazonBedrock,USE1-NovaLite-input-tokens,1.5,0.00009,USD,1K tokens
						b,2026-01-05T00:00:00Z,AmazonBedrock,USE1-NovaLite-output-tokens,0.5,0.00012,USD,1K tokens
						c,2026-01-05T00:00:00Z,AmazonEC2,BoxUsage:m5.large,24,2.3,USD,Hrs
						"""))
			.containsExactly(line("NovaLite", Meter.INPUT, 1500), line("NovaLite", Meter.COST, 90_000),
					line("NovaLite", Meter.OUTPUT, 500), line("NovaLite", Meter.COST, 120_000));
	}

	@Test
	void readsGooglesExport() {
		assertThat(read(new GoogleBilling(),
				"""
						{"service":{"description":"Vertex AI"},"sku":{"description":"Gemini 2.5 Flash Text Input - Predictions"},"usage_start_time":"2026-01-05 00:00:00 UTC","usage":{"amount":2000,"unit":"count"},"cost":0.0006,"currency":"USD"}
						{"service":{"description":"Compute Engine"},"sku":{"description":"N2 Core"},"usage_start_time":"2026-01-05 00:00:00 UTC","usage":{"amount":1,"unit":"hour"},"cost":1,"currency":"USD"}
						{"service":{"description":"Vertex AI"},"sku":{"description":"Gemini 2.5 Flash Thinking Text Output - Predictions"},"usage_start_time":"2026-01-05 00:00:00 UTC","usage":{"amount":100,"unit":"count"},"cost":0.00025,"currency":"USD"}
						"""))
			.containsExactly(line("Gemini 2.5 Flash", Meter.INPUT, 2000), line("Gemini 2.5 Flash", Meter.COST, 600_000),
					line("Gemini 2.5 Flash", Meter.OUTPUT, 100), line("Gemini 2.5 Flash", Meter.COST, 250_000));
	}

	@ParameterizedTest
	@CsvSource({ "USE1-Claude-cache-read-input-token-count,CACHED_INPUT", "cache-write-input-token,CACHE_WRITE",
			"gpt 4o Outp glbl Tokens,OUTPUT", "text-embedding-3-small-Inp,INPUT", "Provisioned Managed,COST" })
	void knowsWhatAMeterCounts(String name, Meter meter) {
		assertThat(Meter.of(name)).isEqualTo(meter);
	}

	@ParameterizedTest
	@FieldSource("FORMATS")
	void refusesWhatIsNoSuchFileAndQuotesNothingOfIt(StatementFormat format) {
		for (String content : List.of("", "nonsense", "{}", "{\"data\":[]}", "[1,2]", "a,b\n1,2\n", "\u0000\u0001",
				"\"Mrs Abernathy")) {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> format.read(content.getBytes(StandardCharsets.UTF_8)))
				.withMessageNotContainingAny("nonsense", "Abernathy");
		}
	}

	@Test
	void refusesOtherMoney() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> read(new OpenAiCosts(),
				"""
						{"data":[{"start_time":1767571200,"results":[{"amount":{"value":1,"currency":"eur"},"line_item":"x"}]}]}"""))
			.withMessage("expected costs in USD");
	}

	private static List<Line> read(StatementFormat format, String content) {
		Statement statement = format.read(content.getBytes(StandardCharsets.UTF_8));
		assertThat(statement.from()).isEqualTo(DAY);
		assertThat(statement.to()).isEqualTo(DAY);
		return statement.lines();
	}

	private static Line line(String model, Meter meter, long quantity) {
		return new Line(DAY, model, meter, quantity);
	}

}
