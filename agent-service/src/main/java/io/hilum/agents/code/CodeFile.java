package io.hilum.agents.code;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads code sets in the form in which they are published. Pure.
 */
final class CodeFile {

	/** Where the parts of a line of CMS's order file begin and end. */
	private static final int[] ICD_CODE = { 6, 13 };

	private static final int ICD_FLAG = 14;

	private static final int ICD_LONG = 77;

	private static final int ICD_WITHOUT_DOT = 3;

	/** Where the parts of a line of CMS's annual HCPCS file begin and end. */
	private static final int[] HCPCS_CODE = { 0, 5 };

	private static final int HCPCS_KIND = 10;

	private static final int[] HCPCS_LONG = { 11, 91 };

	private static final int NDC_COLUMNS = 5;

	private CodeFile() {
	}

	/**
	 * Read a file.
	 * @param system the code set
	 * @param lines its lines
	 * @return its codes
	 */
	static List<CodeEntry> read(CodeSystem system, Stream<String> lines) {
		return lines.filter((line) -> !line.startsWith("#")).map((line) -> switch (system) {
			case ICD10CM -> icd(line);
			case HCPCS -> hcpcs(line);
			case NDC -> ndc(line);
		}).flatMap(Optional::stream).toList();
	}

	/**
	 * {@code icd10cm_order_YYYY.txt}: number, code without a dot, whether it is billable,
	 * short and long description in columns.
	 */
	private static Optional<CodeEntry> icd(String line) {
		if (line.length() <= ICD_LONG) {
			return Optional.empty();
		}
		String code = line.substring(ICD_CODE[0], ICD_CODE[1]).strip();
		String dotted = (code.length() > ICD_WITHOUT_DOT)
				? code.substring(0, ICD_WITHOUT_DOT) + "." + code.substring(ICD_WITHOUT_DOT) : code;
		return Optional.of(new CodeEntry(dotted, line.substring(ICD_LONG).strip(), line.charAt(ICD_FLAG) == '1'));
	}

	/**
	 * {@code HCPCYYYY_…_ANWEB.txt}: code, sequence, kind of the line (3 begins a
	 * procedure) and description in columns. What continues a description, and modifiers,
	 * are passed over; so are codes of the ADA (D), which are not public.
	 */
	private static Optional<CodeEntry> hcpcs(String line) {
		if (line.length() <= HCPCS_LONG[0] || line.charAt(HCPCS_KIND) != '3' || line.startsWith("D")) {
			return Optional.empty();
		}
		String description = line.substring(HCPCS_LONG[0], Math.min(HCPCS_LONG[1], line.length())).strip();
		return Optional.of(new CodeEntry(line.substring(HCPCS_CODE[0], HCPCS_CODE[1]).strip(), description, true));
	}

	/**
	 * {@code product.txt} of the FDA's directory: tabs between product id, product NDC,
	 * type, proprietary name, suffix, nonproprietary name and more.
	 */
	private static Optional<CodeEntry> ndc(String line) {
		String[] columns = line.split("\t", -1);
		if (columns.length <= NDC_COLUMNS || columns[1].toUpperCase(Locale.ROOT).equals("PRODUCTNDC")) {
			return Optional.empty();
		}
		String form = (columns.length > NDC_COLUMNS + 1) ? ", " + columns[NDC_COLUMNS + 1] : "";
		return Optional.of(new CodeEntry(columns[1], columns[3] + " (" + columns[NDC_COLUMNS] + ")" + form, true));
	}

}
