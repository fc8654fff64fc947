package io.hilum.usage.export.parquet;

import io.hilum.usage.ledger.LedgerEntry;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;

/**
 * Makes writers of entries.
 */
final class EntryWriterBuilder extends ParquetWriter.Builder<LedgerEntry, EntryWriterBuilder> {

	EntryWriterBuilder(OutputFile file) {
		super(file);
	}

	@Override
	protected EntryWriterBuilder self() {
		return this;
	}

	@Override
	protected WriteSupport<LedgerEntry> getWriteSupport(ParquetConfiguration configuration) {
		return new EntryWriteSupport();
	}

	@Override
	@Deprecated
	protected WriteSupport<LedgerEntry> getWriteSupport(Configuration configuration) {
		return new EntryWriteSupport();
	}

}
