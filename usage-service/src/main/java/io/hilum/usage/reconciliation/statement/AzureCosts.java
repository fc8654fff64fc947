package io.hilum.usage.reconciliation.statement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import io.hilum.usage.reconciliation.Meter;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.StatementFormat;

import org.springframework.stereotype.Component;

/**
 * Azure Cost Management's export of actual costs as CSV, of an Enterprise Agreement or a
 * Microsoft Customer Agreement. Meters are named such as
 * {@code gpt-4o-0806-Inp-glbl Tokens}.
 */
@Component
class AzureCosts implements StatementFormat {

	private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);

	private static final String PART = "(?i)[ -]*(cached?|cchd)?[ -]*(inp(ut)?|outp?(ut)?|batch|glbl|global|regnl|regional|dzone|data zone|tokens?)\\b";

	@Override
	public String id() {
		return "azure-costs";
	}

	@Override
	public Statement read(byte[] content) {
		JsonStatement statement = new JsonStatement();
		Table.read(content, (row) -> {
			String service = row.of("MeterCategory") + " " + row.optional("", "MeterSubCategory");
			if (service.toLowerCase(Locale.ROOT).matches(".*(openai|cognitive services|foundry).*")) {
				add(statement, row);
			}
		});
		return statement.done();
	}

	private static void add(JsonStatement statement, Table row) {
		Table.requireUsd(row.optional("USD", "BillingCurrencyCode", "BillingCurrency", "Currency"));
		LocalDate day = day(row.of("Date", "UsageDate"));
		String name = row.of("MeterName", "Meter");
		String model = name.replaceAll(PART, "").strip();
		Meter meter = Meter.of(name.replaceAll("(?i)cchd", "cached"));
		if (meter != Meter.COST) {
			statement.add(day, model, meter, Amounts.tokens(row.of("Quantity"), row.optional("", "UnitOfMeasure")));
		}
		statement.add(day, model, Meter.COST,
				Amounts.nanoUsd(row.of("CostInUsd", "CostInBillingCurrency", "PreTaxCost", "Cost")));
	}

	private static LocalDate day(String text) {
		try {
			return text.contains("/") ? LocalDate.parse(text, AMERICAN) : LocalDate.parse(text.substring(0, 10));
		}
		catch (DateTimeParseException | IndexOutOfBoundsException ex) {
			throw new IllegalArgumentException("expected dates such as 2026-01-31 or 01/31/2026", ex);
		}
	}

}
