package io.hilum.usage.export.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

import io.hilum.usage.ledger.LedgerEntry;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * One file, whose bytes are taken away as they are written: a row group when it is full,
 * and the footer at the end. Not thread-safe.
 */
final class RowGroups {

	private static final int PAGE_BYTES = 64 * 1024;

	private final PieceFile file = new PieceFile();

	private final ParquetWriter<LedgerEntry> writer;

	RowGroups(long rowGroupSize) throws IOException {
		this.writer = new EntryWriterBuilder(this.file).withConf(new PlainParquetConfiguration())
			.withCompressionCodec(CompressionCodecName.SNAPPY)
			.withRowGroupSize(rowGroupSize)
			.withPageSize(PAGE_BYTES)
			.withDictionaryPageSize(PAGE_BYTES)
			.build();
	}

	/**
	 * Write entries.
	 * @param entries the entries
	 * @return what is ready to be sent, often nothing
	 */
	ByteBuffer write(List<LedgerEntry> entries) {
		try {
			for (LedgerEntry entry : entries) {
				this.writer.write(entry);
			}
			return this.file.take();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * End the file.
	 * @return the rest of it
	 */
	ByteBuffer end() throws IOException {
		this.writer.close();
		return this.file.take();
	}

}
