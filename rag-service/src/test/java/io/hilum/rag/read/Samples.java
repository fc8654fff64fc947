package io.hilum.rag.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * Documents made for tests, good and hostile.
 */
public final class Samples {

	private static final float LEADING = 13;

	private static final float TOP = 740;

	private static final String CONTENT_TYPES = """
			<?xml version="1.0" encoding="UTF-8"?>
			<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
			<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
			<Default Extension="xml" ContentType="application/xml"/>
			<Override PartName="/word/document.xml" ContentType=\
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
			</Types>""";

	private static final String RELATIONS = """
			<?xml version="1.0" encoding="UTF-8"?>
			<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
			<Relationship Id="rId1" Type=\
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
			Target="word/document.xml"/></Relationships>""";

	private Samples() {
	}

	/**
	 * A PDF.
	 * @param pages the paragraphs of each page
	 * @return its bytes
	 */
	public static byte[] pdf(List<List<String>> pages) {
		try (PDDocument document = new PDDocument()) {
			for (List<String> paragraphs : pages) {
				addPage(document, paragraphs);
			}
			return save(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void addPage(PDDocument document, List<String> paragraphs) throws IOException {
		PDPage page = new PDPage();
		document.addPage(page);
		try (PDPageContentStream content = new PDPageContentStream(document, page)) {
			content.beginText();
			content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
			content.newLineAtOffset(60, TOP);
			for (String paragraph : paragraphs) {
				for (String line : paragraph.split("\n")) {
					content.showText(line);
					content.newLineAtOffset(0, -LEADING);
				}
				content.newLineAtOffset(0, -2 * LEADING);
			}
			content.endText();
		}
	}

	/**
	 * A PDF of empty pages.
	 * @param pages how many
	 * @return its bytes
	 */
	public static byte[] emptyPdf(int pages) {
		try (PDDocument document = new PDDocument()) {
			for (int i = 0; i < pages; i++) {
				document.addPage(new PDPage());
			}
			return save(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A PDF that needs a password.
	 * @return its bytes
	 */
	public static byte[] encryptedPdf() {
		try (PDDocument document = new PDDocument()) {
			addPage(document, List.of("secret"));
			document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
			return save(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A small PDF whose page unpacks to very much.
	 * @param megabytes how much
	 * @return its bytes
	 */
	public static byte[] pdfBomb(int megabytes) {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage();
			document.addPage(page);
			PDStream content = new PDStream(document);
			byte[] block = "BT ET\n          ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
			try (var out = content.createOutputStream(COSName.FLATE_DECODE)) {
				for (int i = 0; i < megabytes; i++) {
					out.write(block);
				}
			}
			page.setContents(content);
			return save(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] save(PDDocument document) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		document.save(out);
		return out.toByteArray();
	}

	/**
	 * A Word document with a heading, a paragraph and a table.
	 * @param heading the heading
	 * @param paragraph the paragraph
	 * @param cells the cells of one row
	 * @return its bytes
	 */
	public static byte[] docx(String heading, String paragraph, List<String> cells) {
		try (XWPFDocument document = new XWPFDocument()) {
			XWPFParagraph title = document.createParagraph();
			title.createRun().setText(heading);
			document.createStyles().addStyle(headingStyle());
			title.setStyle("Heading1");
			document.createParagraph().createRun().setText(paragraph);
			XWPFTable table = document.createTable(1, cells.size());
			for (int i = 0; i < cells.size(); i++) {
				table.getRow(0).getCell(i).setText(cells.get(i));
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			document.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static org.apache.poi.xwpf.usermodel.XWPFStyle headingStyle() {
		var style = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance();
		style.setStyleId("Heading1");
		style.addNewName().setVal("heading 1");
		return new org.apache.poi.xwpf.usermodel.XWPFStyle(style);
	}

	/**
	 * A Word document with this as its main part.
	 * @param documentXml the content of {@code word/document.xml}
	 * @return its bytes
	 */
	public static byte[] rawDocx(String documentXml) {
		return zip(Map.of("[Content_Types].xml", bytes(CONTENT_TYPES), "_rels/.rels", bytes(RELATIONS),
				"word/document.xml", bytes(documentXml)));
	}

	/**
	 * A zip file.
	 * @param entries its files
	 * @return its bytes
	 */
	public static byte[] zip(Map<String, byte[]> entries) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/**
	 * A Word document whose main part unpacks to very much.
	 * @param megabytes how much
	 * @return its bytes
	 */
	public static byte[] docxBomb(int megabytes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
			zip.write(bytes(CONTENT_TYPES));
			zip.putNextEntry(new ZipEntry("_rels/.rels"));
			zip.write(bytes(RELATIONS));
			zip.putNextEntry(new ZipEntry("word/document.xml"));
			byte[] block = new byte[1 << 20];
			for (int i = 0; i < megabytes; i++) {
				zip.write(block);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/**
	 * A text as bytes.
	 * @param text the text
	 * @return UTF-8
	 */
	public static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
