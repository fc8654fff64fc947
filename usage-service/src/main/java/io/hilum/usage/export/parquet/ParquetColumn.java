package io.hilum.usage.export.parquet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

import io.hilum.usage.ledger.Hold;
import io.hilum.usage.ledger.LedgerEntry;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A column of {@code contracts/exports/usage-v1.parquet-schema}. Their order is kept; new
 * ones come last and are optional.
 *
 * @param type its name and type
 * @param value reads it: text, a truth value, an {@code int}, a {@code long}, a list of
 * texts, or nothing
 */
record ParquetColumn(Type type, Function<LedgerEntry, @Nullable Object> value) {

	private static final int NANO = 9;

	private static final int DIGITS = 18;

	static final List<ParquetColumn> ALL = List.of(text("id", (entry) -> entry.id().toString()), time("time"),
			text("requestId", LedgerEntry::requestId), text("subject", LedgerEntry::subject), roles(),
			text("team", LedgerEntry::team), maybe("application", LedgerEntry::application),
			maybe("keyId", LedgerEntry::keyId), text("purpose", LedgerEntry::purpose),
			text("endpoint", LedgerEntry::endpoint), bool("stream", LedgerEntry::stream),
			text("requestedModel", LedgerEntry::requestedModel), maybe("servedModel", LedgerEntry::servedModel),
			maybe("deployment", LedgerEntry::deployment), maybe("provider", LedgerEntry::provider),
			maybe("region", LedgerEntry::region), maybe("agreement", LedgerEntry::agreement),
			text("outcome", LedgerEntry::outcome), status(), maybe("errorCode", LedgerEntry::errorCode),
			count("inputTokens", (entry) -> entry.tokens().input()),
			count("cachedInputTokens", (entry) -> entry.tokens().cachedInput()),
			count("cacheWriteTokens", (entry) -> entry.tokens().cacheWrite()),
			count("outputTokens", (entry) -> entry.tokens().output()),
			count("reasoningTokens", (entry) -> entry.tokens().reasoning()),
			count("audioInputTokens", (entry) -> entry.tokens().audioInput()),
			count("audioOutputTokens", (entry) -> entry.tokens().audioOutput()), text("source", LedgerEntry::source),
			text("priceVersion", (entry) -> entry.prices().version()), count("costNanoUsd", LedgerEntry::costNanoUsd),
			usd("costUsd"), number(Repetition.OPTIONAL, "holdNanoUsd", (entry) -> held(entry.hold())),
			number(Repetition.OPTIONAL, "firstTokenMillis", (entry) -> entry.timing().firstTokenMillis()),
			count("totalMillis", (entry) -> entry.timing().totalMillis()),
			count("overheadMillis", (entry) -> entry.timing().overheadMillis()),
			text("phiState", (entry) -> entry.phi().state()));

	static final MessageType SCHEMA = new MessageType("usage", ALL.stream().map(ParquetColumn::type).toList());

	String name() {
		return this.type.getName();
	}

	private static ParquetColumn text(String name, Function<LedgerEntry, @Nullable Object> value) {
		return string(Repetition.REQUIRED, name, value);
	}

	private static ParquetColumn maybe(String name, Function<LedgerEntry, @Nullable Object> value) {
		return string(Repetition.OPTIONAL, name, value);
	}

	private static ParquetColumn string(Repetition repetition, String name,
			Function<LedgerEntry, @Nullable Object> value) {
		return new ParquetColumn(Types.primitive(PrimitiveTypeName.BINARY, repetition)
			.as(LogicalTypeAnnotation.stringType())
			.named(name), value);
	}

	private static ParquetColumn bool(String name, Function<LedgerEntry, @Nullable Object> value) {
		return new ParquetColumn(Types.required(PrimitiveTypeName.BOOLEAN).named(name), value);
	}

	private static ParquetColumn count(String name, Function<LedgerEntry, @Nullable Object> value) {
		return number(Repetition.REQUIRED, name, value);
	}

	private static ParquetColumn number(Repetition repetition, String name,
			Function<LedgerEntry, @Nullable Object> value) {
		return new ParquetColumn(Types.primitive(PrimitiveTypeName.INT64, repetition).named(name), value);
	}

	private static ParquetColumn status() {
		return new ParquetColumn(Types.required(PrimitiveTypeName.INT32).named("status"), LedgerEntry::status);
	}

	private static ParquetColumn time(String name) {
		return new ParquetColumn(Types.required(PrimitiveTypeName.INT64)
			.as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
			.named(name), (entry) -> ChronoUnit.MICROS.between(Instant.EPOCH, entry.time()));
	}

	private static ParquetColumn usd(String name) {
		return new ParquetColumn(
				Types.required(PrimitiveTypeName.INT64).as(LogicalTypeAnnotation.decimalType(NANO, DIGITS)).named(name),
				LedgerEntry::costNanoUsd);
	}

	private static ParquetColumn roles() {
		return new ParquetColumn(Types.requiredList()
			.requiredElement(PrimitiveTypeName.BINARY)
			.as(LogicalTypeAnnotation.stringType())
			.named("roles"), LedgerEntry::roles);
	}

	private static @Nullable Long held(@Nullable Hold hold) {
		return (hold != null) ? hold.nanoUsd() : null;
	}

}
