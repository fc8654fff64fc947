package io.hilum.rag.read.tika;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.UnreadableDocumentException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.ooxml.OPCPackageWrapper;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.SAXException;

/**
 * Reads a document by the parser of its format, never by guessing. Files inside a
 * document are not opened. It blocks, and hostile input may cost time and memory without
 * end: it runs in a process that can be lost.
 */
public final class TikaReader {

	private final ReadLimits limits;

	/**
	 * Create a reader.
	 * @param limits what a document may hold
	 */
	public TikaReader(ReadLimits limits) {
		this.limits = limits;
	}

	/**
	 * Read a document.
	 * @param content its bytes
	 * @param format how they are to be read
	 * @return its blocks, at least one
	 * @throws UnreadableDocumentException if it cannot be read within the limits
	 */
	public List<Block> read(byte[] content, DocumentFormat format) {
		List<Block> blocks = switch (format) {
			case PDF -> parse(pdf(), () -> new ByteArrayInputStream(content), Layout.FREE);
			case DOCX -> {
				new ZipInspection(this.limits).inspect(content);
				yield parse(new OOXMLParser(), () -> openDocx(content), Layout.TAGGED);
			}
			case HTML -> parse(new JSoupParser(), () -> new ByteArrayInputStream(content), Layout.TAGGED);
			case MARKDOWN -> new MarkdownBlocks(this.limits).read(TextDecoding.decode(content));
			case TEXT -> new TextBlocks(this.limits).read(TextDecoding.decode(content));
		};
		if (blocks.isEmpty()) {
			throw new UnreadableDocumentException(FailureReason.NO_TEXT);
		}
		return blocks;
	}

	private List<Block> parse(Parser parser, Opening opening, Layout layout) {
		BlockHandler handler = new BlockHandler(this.limits, layout);
		ParseContext context = new ParseContext();
		context.set(EmbeddedDocumentExtractor.class, new ClosedAttachments());
		context.set(OfficeParserConfig.class, officeConfig());
		try (InputStream content = opening.open()) {
			parser.parse(content, handler, new Metadata(), context);
			return handler.blocks();
		}
		catch (EncryptedDocumentException ex) {
			throw new UnreadableDocumentException(FailureReason.ENCRYPTED);
		}
		catch (IOException | SAXException | TikaException ex) {
			throw unreadable(ex);
		}
	}

	private static UnreadableDocumentException unreadable(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnreadableDocumentException known) {
				return known;
			}
		}
		return new UnreadableDocumentException(FailureReason.UNREADABLE);
	}

	private static Parser pdf() {
		PDFParserConfig config = new PDFParserConfig();
		config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
		config.setExtractInlineImages(false);
		config.setExtractActions(false);
		config.setExtractBookmarksText(false);
		config.setParseIncrementalUpdates(false);
		config.setMaxMainMemoryBytes(-1);
		PDFParser parser = new PDFParser();
		parser.setPDFParserConfig(config);
		return parser;
	}

	/**
	 * Open a package in memory: left to itself the parser would copy it to the disk.
	 */
	private static InputStream openDocx(byte[] content) throws IOException {
		TikaInputStream stream = TikaInputStream.get(content);
		try {
			stream.setOpenContainer(new OPCPackageWrapper(OPCPackage.open(new ByteArrayInputStream(content))));
			return stream;
		}
		catch (InvalidFormatException | RuntimeException ex) {
			stream.close();
			throw new UnreadableDocumentException(FailureReason.UNREADABLE);
		}
	}

	private static OfficeParserConfig officeConfig() {
		OfficeParserConfig config = new OfficeParserConfig();
		// The streaming extractor never builds the tree of a document.
		config.setUseSAXDocxExtractor(true);
		config.setExtractMacros(false);
		config.setIncludeDeletedContent(false);
		return config;
	}

	/**
	 * How the bytes of a document are opened.
	 */
	@FunctionalInterface
	interface Opening {

		InputStream open() throws IOException;

	}

}
