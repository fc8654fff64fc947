package io.hilum.usage.reconciliation.statement;

import io.hilum.usage.reconciliation.Meter;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.StatementFormat;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Pages of Anthropic's {@code /v1/organizations/usage_report/messages}, grouped by model.
 */
@Component
class AnthropicUsage implements StatementFormat {

	@Override
	public String id() {
		return "anthropic-usage";
	}

	@Override
	public Statement read(byte[] content) {
		StatementLines statement = new StatementLines();
		for (JsonStatement.Bucket bucket : JsonStatement.buckets(content, "starting_at")) {
			String model = bucket.text("model");
			JsonNode written = bucket.result().path("cache_creation");
			statement.add(bucket.day(), model, Meter.INPUT, bucket.number("uncached_input_tokens"));
			statement.add(bucket.day(), model, Meter.CACHED_INPUT, bucket.number("cache_read_input_tokens"));
			statement.add(bucket.day(), model, Meter.CACHE_WRITE, written.path("ephemeral_5m_input_tokens").asLong(0)
					+ written.path("ephemeral_1h_input_tokens").asLong(0));
			statement.add(bucket.day(), model, Meter.OUTPUT, bucket.number("output_tokens"));
		}
		return statement.done();
	}

}
