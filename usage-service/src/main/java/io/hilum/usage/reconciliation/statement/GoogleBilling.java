package io.hilum.usage.reconciliation.statement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
		JsonStatement statement = new JsonStatement();
		JsonStatement.documents(content)
			.stream()
			.filter((row) -> SERVICE.matcher(row.path("service").path("description").asString("")).matches())
			.forEach((row) -> add(statement, row));
		return statement.done();
	}

	private static void add(JsonStatement statement, JsonNode row) {
		Table.requireUsd(row.path("currency").asString("USD"));
		LocalDate day = day(row.path("usage_start_time").asString(""));
		String sku = row.path("sku").path("description").asString("");
		String model = PART.matcher(sku).replaceFirst("");
		Meter meter = Meter.of(sku);
		if (meter != Meter.COST) {
			statement.add(day, model, meter, Amounts.tokens(row.path("usage").path("amount").asString(""),
					row.path("usage").path("unit").asString("")));
		}
		statement.add(day, model, Meter.COST, Amounts.nanoUsd(row.path("cost").asString("")));
	}

	private static LocalDate day(String text) {
		try {
			return LocalDate.parse(text.substring(0, 10));
		}
		catch (DateTimeParseException | IndexOutOfBoundsException ex) {
			throw new IllegalArgumentException("expected times such as 2026-01-31 00:00:00 UTC", ex);
		}
	}

}
