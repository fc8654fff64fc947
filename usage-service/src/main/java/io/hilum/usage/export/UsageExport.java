package io.hilum.usage.export;

import java.nio.ByteBuffer;
import java.util.List;

import io.hilum.usage.ledger.LedgerEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes the ledger as files. However much there is, only some pages are in memory: the
 * next is read when the reader has taken the last.
 */
@Component
public class UsageExport {

	private final ExportPages pages;

	private final EntryFile file;

	private final ExportProperties properties;

	private final JsonMapper json;

	UsageExport(ExportPages pages, EntryFile file, ExportProperties properties, JsonMapper json) {
		this.pages = pages;
		this.file = file;
		this.properties = properties;
		this.json = json;
	}

	/**
	 * Lines of JSON, each an event as it was recorded.
	 * @param query which
	 * @return the text in pieces of whole lines
	 */
	public Flux<String> ndjson(ExportQuery query) {
		return read(query).map((page) -> {
			StringBuilder text = new StringBuilder(page.size() * 1024);
			page.forEach((entry) -> text.append(entry.event()).append('\n'));
			return text.toString();
		});
	}

	/**
	 * A table with a line of names.
	 * @param query which
	 * @return the text in pieces of whole lines
	 */
	public Flux<String> csv(ExportQuery query) {
		return Mono.fromSupplier(() -> new CsvLines().line(EntryColumns.NAMES).toString())
			.concatWith(read(query).map(this::table));
	}

	/**
	 * A table with types.
	 * @param query which
	 * @return the bytes of a file of Parquet, in pieces
	 */
	public Flux<ByteBuffer> parquet(ExportQuery query) {
		return this.file.write(read(query).map((page) -> page.stream().map(this::entry).toList()));
	}

	private Flux<List<ExportedEntry>> read(ExportQuery query) {
		return this.pages.read(query, this.properties.pageSize()).publishOn(Schedulers.parallel(), 1);
	}

	private String table(List<ExportedEntry> page) {
		CsvLines lines = new CsvLines();
		page.forEach((entry) -> lines.line(EntryColumns.of(entry(entry))));
		return lines.toString();
	}

	private LedgerEntry entry(ExportedEntry exported) {
		return this.json.readValue(exported.event(), LedgerEntry.class);
	}

}
