package io.hilum.usage.export.parquet;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.usage.ledger.LedgerEntry;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes an entry column by column.
 */
final class EntryWriteSupport extends WriteSupport<LedgerEntry> {

	private static final Map<String, String> META = Map.of("hilum.export", "usage-v1");

	private @Nullable RecordConsumer records;

	@Override
	public WriteContext init(ParquetConfiguration configuration) {
		return new WriteContext(ParquetColumn.SCHEMA, META);
	}

	@Override
	@Deprecated
	public WriteContext init(Configuration configuration) {
		return new WriteContext(ParquetColumn.SCHEMA, META);
	}

	@Override
	public void prepareForWrite(RecordConsumer recordConsumer) {
		this.records = recordConsumer;
	}

	@Override
	public void write(LedgerEntry entry) {
		RecordConsumer to = Objects.requireNonNull(this.records);
		to.startMessage();
		for (int i = 0; i < ParquetColumn.ALL.size(); i++) {
			ParquetColumn column = ParquetColumn.ALL.get(i);
			Object value = column.value().apply(entry);
			if (value != null) {
				to.startField(column.name(), i);
				write(to, value);
				to.endField(column.name(), i);
			}
		}
		to.endMessage();
	}

	private static void write(RecordConsumer to, Object value) {
		switch (value) {
			case String text -> to.addBinary(Binary.fromString(text));
			case Boolean bool -> to.addBoolean(bool);
			case Integer number -> to.addInteger(number);
			case Long number -> to.addLong(number);
			case List<?> list -> writeList(to, list);
			default -> throw new IllegalStateException("no column has a " + value.getClass());
		}
	}

	/**
	 * The three levels that the format asks of a list.
	 */
	private static void writeList(RecordConsumer to, List<?> values) {
		to.startGroup();
		if (!values.isEmpty()) {
			to.startField("list", 0);
			for (Object value : values) {
				to.startGroup();
				to.startField("element", 0);
				write(to, value);
				to.endField("element", 0);
				to.endGroup();
			}
			to.endField("list", 0);
		}
		to.endGroup();
	}

}
