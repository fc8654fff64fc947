package io.hilum.usage.reconciliation.statement;

import java.time.LocalDate;
import java.util.regex.Pattern;

import io.hilum.usage.reconciliation.Meter;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.StatementFormat;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Rows of Google Cloud's billing export to BigQuery (standard usage cost), saved as lines
 * of JSON. SKUs are described such as {@code Gemini 2.5 Flash Text Input - Predictions}.
 */
@Component
class GoogleBilling implements StatementFormat {

	private static final Pattern SERVICE = Pattern.compile("(?i).*(vertex ai|gemini api|generative language).*");

	private static final Pattern PART = Pattern.compile(
			"(?i) (ga|text|image|audio|video|cached|caching|thinking|input|output|token|predictions?|online|-).*$");

	@Override
	public String id() {
		return "google-billing";
	}

	@Override
	public Statement read(byte[] content) {
		StatementLines statement = new StatementLines();
		JsonStatement.documents(content)
			.stream()
			.filter((row) -> SERVICE.matcher(row.path("service").path("description").asString("")).matches())
			.forEach((row) -> add(statement, row));
		return statement.done();
	}

	private static void add(StatementLines statement, JsonNode row) {
		StatementLines.requireUsd(row.path("currency").asString("USD"));
		LocalDate day = StatementLines.day(row.path("usage_start_time").asString(""),
				"expected times such as 2026-01-31 00:00:00 UTC");
		String sku = row.path("sku").path("description").asString("");
		String model = PART.matcher(sku).replaceFirst("");
		statement
			.add(day, model, Meter.of(sku),
					() -> Amounts.tokens(row.path("usage").path("amount").asString(""),
							row.path("usage").path("unit").asString("")),
					Amounts.nanoUsd(row.path("cost").asString("")));
	}

}
