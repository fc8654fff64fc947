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

	private static final String EXPECTED = "expected dates such as 2026-01-31 or 01/31/2026";

	private static final String PART = "(?i)[ -]*(cached?|cchd)?[ -]*(inp(ut)?|outp?(ut)?|batch|glbl|global|regnl|regional|dzone|data zone|tokens?)\\b";

	@Override
	public String id() {
		return "azure-costs";
	}

	@Override
	public Statement read(byte[] content) {
		StatementLines statement = new StatementLines();
		Table.read(content, (row) -> {
			String service = row.of("MeterCategory") + " " + row.optional("", "MeterSubCategory");
			if (service.toLowerCase(Locale.ROOT).matches(".*(openai|cognitive services|foundry).*")) {
				add(statement, row);
			}
		});
		return statement.done();
	}

	private static void add(StatementLines statement, Table row) {
		StatementLines.requireUsd(row.optional("USD", "BillingCurrencyCode", "BillingCurrency", "Currency"));
		LocalDate day = day(row.of("Date", "UsageDate"));
		String name = row.of("MeterName", "Meter");
		String model = name.replaceAll(PART, "").strip();
		statement.add(day, model, Meter.of(name.replaceAll("(?i)cchd", "cached")),
				() -> Amounts.tokens(row.of("Quantity"), row.optional("", "UnitOfMeasure")),
				Amounts.nanoUsd(row.of("CostInUsd", "CostInBillingCurrency", "PreTaxCost", "Cost")));
	}

	private static LocalDate day(String text) {
		if (!text.contains("/")) {
			return StatementLines.day(text, EXPECTED);
		}
		try {
			return LocalDate.parse(text, AMERICAN);
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(EXPECTED, ex);
		}
	}

}
