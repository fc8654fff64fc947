package io.hilum.usage.reconciliation.statement;

import java.time.LocalDate;

import io.hilum.usage.reconciliation.Meter;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.StatementFormat;

import org.springframework.stereotype.Component;

/**
 * AWS's Cost and Usage Report as CSV, the first version or the second. Bedrock's usage
 * types are named such as {@code USE1-NovaLite-input-tokens} and counted in thousands.
 */
@Component
class AwsCostAndUsage implements StatementFormat {

	@Override
	public String id() {
		return "aws-cur";
	}

	@Override
	public Statement read(byte[] content) {
		StatementLines statement = new StatementLines();
		Table.read(content, (row) -> {
			if (row.of("lineItem/ProductCode", "line_item_product_code").contains("Bedrock")) {
				add(statement, row);
			}
		});
		return statement.done();
	}

	private static void add(StatementLines statement, Table row) {
		StatementLines.requireUsd(row.optional("USD", "lineItem/CurrencyCode", "line_item_currency_code"));
		LocalDate day = StatementLines.day(row.of("lineItem/UsageStartDate", "line_item_usage_start_date"),
				"expected times such as 2026-01-31T00:00:00Z");
		String type = row.of("lineItem/UsageType", "line_item_usage_type");
		String model = type.replaceFirst("^[A-Z]{2,4}\\d-", "")
			.replaceFirst("(?i)-(cache-(read|write)-)?(input|output)-token.*$", "");
		statement.add(day, model, Meter.of(type),
				() -> Amounts.tokens(row.of("lineItem/UsageAmount", "line_item_usage_amount"),
						row.optional("1K tokens", "pricing/unit", "pricing_unit")),
				Amounts.nanoUsd(row.of("lineItem/UnblendedCost", "line_item_unblended_cost")));
	}

}
