package io.hilum.usage.reconciliation.statement;

import io.hilum.usage.reconciliation.Meter;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.StatementFormat;

import org.springframework.stereotype.Component;

/**
 * Pages of OpenAI's {@code /v1/organization/usage/completions} and {@code /embeddings},
 * grouped by model. Its input includes what was cached.
 */
@Component
class OpenAiUsage implements StatementFormat {

	@Override
	public String id() {
		return "openai-usage";
	}

	@Override
	public Statement read(byte[] content) {
		StatementLines statement = new StatementLines();
		for (JsonStatement.Bucket bucket : JsonStatement.buckets(content, "start_time")) {
			long cached = bucket.number("input_cached_tokens");
			long written = bucket.number("input_cache_write_tokens");
			String model = bucket.text("model");
			statement.add(bucket.day(), model, Meter.INPUT, bucket.number("input_tokens") - cached - written);
			statement.add(bucket.day(), model, Meter.CACHED_INPUT, cached);
			statement.add(bucket.day(), model, Meter.CACHE_WRITE, written);
			statement.add(bucket.day(), model, Meter.OUTPUT, bucket.number("output_tokens"));
		}
		return statement.done();
	}

}
