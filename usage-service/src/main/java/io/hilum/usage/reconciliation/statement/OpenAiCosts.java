package io.hilum.usage.reconciliation.statement;

import io.hilum.usage.reconciliation.Meter;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.StatementFormat;

import org.springframework.stereotype.Component;

/**
 * Pages of OpenAI's {@code /v1/organization/costs}, grouped by line item, which is the
 * model and a meter.
 */
@Component
class OpenAiCosts implements StatementFormat {

	@Override
	public String id() {
		return "openai-costs";
	}

	@Override
	public Statement read(byte[] content) {
		StatementLines statement = new StatementLines();
		for (JsonStatement.Bucket bucket : JsonStatement.buckets(content, "start_time")) {
			StatementLines.requireUsd(bucket.result().path("amount").path("currency").asString(""));
			String item = bucket.text("line_item");
			int comma = item.indexOf(',');
			statement.add(bucket.day(), (comma < 0) ? item : item.substring(0, comma), Meter.COST,
					Amounts.nanoUsd(bucket.result().path("amount").path("value").asString("")));
		}
		return statement.done();
	}

}
