package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds internet addresses of both versions (RFC 791, RFC 4291) and hardware addresses.
 */
final class NetworkDetector implements Detector {

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "network");
		for (int i = 0; i < document.size(); i++) {
			int end = end(document, i, findings);
			i = Math.max(i, end - 1);
		}
		return findings.spans();
	}

	private static int end(Document document, int i, Findings findings) {
		if (isV4(document, i)) {
			findings.add(i, i + 7, EntityType.IP, 0.93);
			return i + 7;
		}
		boolean starts = isHex(document, i) || (document.symbol(i, ':') && document.symbol(i + 1, ':'));
		if (!starts || (document.joined(i - 1) && document.symbolOf(i - 1, ":-"))) {
			return i;
		}
		int v6 = endOfV6(document, i);
		if (v6 > 0) {
			findings.add(i, v6, EntityType.IP, 0.93);
			return v6;
		}
		int hardware = endOfHardware(document, i);
		if (hardware > 0) {
			findings.add(i, hardware, EntityType.DEVICE, 0.93);
			return hardware;
		}
		return i;
	}

	private static boolean isV4(Document document, int i) {
		for (int part = 0; part < 4; part++) {
			int at = i + 2 * part;
			int value = document.value(at);
			if (value < 0 || value > 255 || document.length(at) > 3) {
				return false;
			}
			if (part < 3 && !(document.symbol(at + 1, '.') && document.joined(at) && document.joined(at + 1))) {
				return false;
			}
		}
		boolean longer = document.joined(i + 6) && document.symbol(i + 7, '.') && document.joined(i + 7)
				&& document.kind(i + 8) == TokenKind.NUMBER;
		boolean continued = document.joined(i - 1) && document.symbol(i - 1, '.') && document.digits(i - 2) > 0;
		return !longer && !continued;
	}

	private static int endOfV6(Document document, int first) {
		int groups = 0;
		int gaps = 0;
		int colons = 0;
		int at = first;
		while (at < first + 24) {
			if (isHex(document, at)) {
				groups++;
				at++;
			}
			else if (document.symbol(at, ':')) {
				boolean twice = document.joined(at) && document.symbol(at + 1, ':');
				gaps += twice ? 1 : 0;
				colons += twice ? 2 : 1;
				at += twice ? 2 : 1;
			}
			else {
				break;
			}
			if (!document.joined(at - 1)) {
				break;
			}
		}
		while (at > first && document.symbol(at - 1, ':')) {
			at--;
		}
		boolean whole = (gaps == 0) ? groups == 8 : gaps == 1 && groups >= 2 && groups < 8;
		return (whole && colons >= 2) ? at : -1;
	}

	private static int endOfHardware(Document document, int first) {
		for (int part = 0; part < 6; part++) {
			int at = first + 2 * part;
			if (document.length(at) != 2 || !isHex(document, at)) {
				return -1;
			}
			if (part < 5 && !(document.symbolOf(at + 1, ":-") && document.joined(at) && document.joined(at + 1))) {
				return -1;
			}
		}
		int end = first + 11;
		return (document.joined(end - 1) && document.symbolOf(end, ":-")) ? -1 : end;
	}

	private static boolean isHex(Document document, int i) {
		if (!document.alphanumeric(i) || document.length(i) > 4) {
			return false;
		}
		String group = document.folded(i);
		for (int at = 0; at < group.length(); at++) {
			if (Character.digit(group.charAt(at), 16) < 0) {
				return false;
			}
		}
		return true;
	}

}
