package io.hilum.rag.read.tika;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.Samples;
import io.hilum.rag.read.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TikaReader}.
 */
class TikaReaderTests {

	private static final ReadLimits LIMITS = new ReadLimits(10_000, 20, 2_000_000, 50);

	private static final String WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private final TikaReader reader = new TikaReader(LIMITS);

	@Test
	void readsPdfWithPagesAndNumberedHeadings() {
		byte[] pdf = Samples.pdf(List.of(List.of("Secondary prevention after stroke"),
				List.of("3.2 Lipids", "High-intensity statin therapy is started\nbefore discharge.")));
		assertThat(this.reader.read(pdf, DocumentFormat.PDF)).containsExactly(
				Block.paragraph(1, "Secondary prevention after stroke"), Block.heading(2, 2, "3.2 Lipids"),
				Block.paragraph(2, "High-intensity statin therapy is started\nbefore discharge."));
	}

	@Test
	void readsDocxWithHeadingsAndRowsOfTables() {
		byte[] docx = Samples.docx("Lipids", "A statin is started.", List.of("LDL", "1.8 mmol/l"));
		assertThat(this.reader.read(docx, DocumentFormat.DOCX)).containsExactly(Block.heading(1, null, "Lipids"),
				Block.paragraph(null, "A statin is started."), Block.paragraph(null, "LDL | 1.8 mmol/l"));
	}

	@Test
	void readsHtmlWithoutScriptsAndStyles() {
		byte[] html = Samples.bytes("""
				<html><head><title>T</title><style>p{color:red}</style><script>alert(1)</script></head>
				<body><h2>Lipids</h2><p>A <b>statin</b> is
				started.</p><script>var x = 1;</script><ul><li>One</li><li>Two</li></ul>
				<table><tr><td>LDL</td><td>1.8</td></tr></table></body></html>""");
		assertThat(this.reader.read(html, DocumentFormat.HTML)).containsExactly(Block.heading(2, null, "Lipids"),
				Block.paragraph(null, "A statin is\nstarted."), Block.paragraph(null, "One"),
				Block.paragraph(null, "Two"), Block.paragraph(null, "LDL | 1.8"));
	}

	@Test
	void readsMarkdownWithItsHeadings() {
		byte[] markdown = Samples.bytes("""
				# Stroke

				Text with **weight**.

				Lipids
				------
				- one
				- two

				```
				# no heading
				```
				""");
		assertThat(this.reader.read(markdown, DocumentFormat.MARKDOWN)).containsExactly(
				Block.heading(1, null, "Stroke"), Block.paragraph(null, "Text with **weight**."),
				Block.heading(2, null, "Lipids"), Block.paragraph(null, "- one\n- two"),
				Block.paragraph(null, "```\n# no heading\n```"));
	}

	@Test
	void readsTextWithPagesInAnyCharset() {
		byte[] text = "1 Prüfung\nDie Prüfung erfolgt täglich.\n\fSeite zwei über Ärzte."
			.getBytes(Charset.forName("windows-1252"));
		assertThat(this.reader.read(text, DocumentFormat.TEXT)).containsExactly(Block.heading(1, 1, "1 Prüfung"),
				Block.paragraph(1, "Die Prüfung erfolgt täglich."), Block.paragraph(2, "Seite zwei über Ärzte."));
	}

	@Test
	void namesWhyADocumentIsNotRead() {
		assertThat(reason(Samples.encryptedPdf(), DocumentFormat.PDF)).isEqualTo(FailureReason.ENCRYPTED);
		assertThat(reason(Samples.emptyPdf(2), DocumentFormat.PDF)).isEqualTo(FailureReason.NO_TEXT);
		assertThat(reason(Samples.emptyPdf(21), DocumentFormat.PDF)).isEqualTo(FailureReason.TOO_MANY_PAGES);
		assertThat(reason(Samples.bytes("%PDF-1.7 nothing more"), DocumentFormat.PDF))
			.isEqualTo(FailureReason.UNREADABLE);
		assertThat(reason(Samples.bytes("PK\3\4 nothing more"), DocumentFormat.DOCX))
			.isEqualTo(FailureReason.UNREADABLE);
		assertThat(reason(Samples.bytes("word ".repeat(3000)), DocumentFormat.TEXT)).isEqualTo(FailureReason.TOO_LONG);
		assertThat(reason(Samples.bytes("word ".repeat(3000)), DocumentFormat.MARKDOWN))
			.isEqualTo(FailureReason.TOO_LONG);
		assertThat(reason(Samples.bytes("<p>" + "word ".repeat(3000) + "</p>"), DocumentFormat.HTML))
			.isEqualTo(FailureReason.TOO_LONG);
	}

	@Test
	void refusesZipBombBeforeItIsParsed() {
		byte[] bomb = Samples.docxBomb(64);
		assertThat(bomb.length).isLessThan(200_000);
		assertThat(reason(bomb, DocumentFormat.DOCX)).isEqualTo(FailureReason.UNSAFE);
	}

	@Test
	void refusesManyFilesMacrosAndStrangePaths() {
		Map<String, byte[]> many = IntStream.range(0, 60)
			.boxed()
			.collect(java.util.stream.Collectors.toMap((i) -> "word/" + i + ".xml", (i) -> new byte[1]));
		assertThat(reason(Samples.zip(many), DocumentFormat.DOCX)).isEqualTo(FailureReason.UNSAFE);
		assertThat(reason(Samples.zip(Map.of("word/vbaProject.bin", new byte[1])), DocumentFormat.DOCX))
			.isEqualTo(FailureReason.UNSAFE);
		assertThat(reason(Samples.zip(Map.of("../../etc/passwd", new byte[1])), DocumentFormat.DOCX))
			.isEqualTo(FailureReason.UNSAFE);
	}

	@Test
	void refusesAnyZipThatIsNoWordDocument() {
		assertThat(reason(Samples.zip(Map.of("xl/workbook.xml", new byte[1])), DocumentFormat.DOCX))
			.isEqualTo(FailureReason.UNREADABLE);
	}

	@Test
	void resolvesNoExternalEntities(@TempDir Path directory) throws Exception {
		Path secret = Files.writeString(directory.resolve("secret.txt"), "CANARY-FILE");
		try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String entity = """
					<!DOCTYPE d [<!ENTITY file SYSTEM "%s"><!ENTITY net SYSTEM "http://127.0.0.1:%d/x">]>"""
				.formatted(secret.toUri(), listener.getLocalPort());
			byte[] docx = Samples.rawDocx(
					"""
							<?xml version="1.0"?>%s<w:document xmlns:w="%s"><w:body><w:p><w:r><w:t>before &file; &net; after</w:t>\
							</w:r></w:p></w:body></w:document>"""
						.formatted(entity, WORD_NAMESPACE));
			assertThat(textOf(docx, DocumentFormat.DOCX)).doesNotContain("CANARY");
			byte[] html = Samples
				.bytes("<?xml version=\"1.0\"?>" + entity + "<html><body><p>a &file; b</p></body></html>");
			assertThat(textOf(html, DocumentFormat.HTML)).doesNotContain("CANARY");
			listener.setSoTimeout(200);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(listener::accept);
		}
	}

	@Test
	void expandsNoBillionLaughs() {
		StringBuilder entities = new StringBuilder("<!ENTITY a0 \"laugh\">");
		for (int i = 1; i < 12; i++) {
			entities.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
		}
		byte[] docx = Samples.rawDocx("""
				<?xml version="1.0"?><!DOCTYPE d [%s]><w:document xmlns:w="%s"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r>\
				</w:p></w:body></w:document>""".formatted(entities, WORD_NAMESPACE));
		assertThat(textOf(docx, DocumentFormat.DOCX)).doesNotContain("laughlaugh");
	}

	private String textOf(byte[] content, DocumentFormat format) {
		try {
			return this.reader.read(content, format).stream().map((block) -> block.text().reveal()).toList().toString();
		}
		catch (UnreadableDocumentException ex) {
			return "";
		}
	}

	private FailureReason reason(byte[] content, DocumentFormat format) {
		try {
			this.reader.read(content, format);
		}
		catch (UnreadableDocumentException ex) {
			return ex.reason();
		}
		throw new AssertionError("the document was read");
	}

}
