package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds what somebody is called in a social network or a service of payment:
 * {@code ig @ann_doe}, {@code venmo: @ann-doe}.
 */
final class HandleDetector implements Detector {

	private static final int SHORTEST = 3;

	private static final int LOOK_BACK = 4;

	private static final Set<String> NETWORKS = Set.of("ig", "insta", "instagram", "twitter", "tweet", "tiktok", "snap",
			"snapchat", "venmo", "cashapp", "zelle", "paypal", "handle", "facebook", "fb", "discord", "telegram",
			"bluesky", "mastodon", "threads", "reddit", "username", "messenger", "signal");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "handle");
		for (int i = 0; i < document.size(); i++) {
			if (document.symbol(i, '@') && document.joined(i) && isStart(document, i)) {
				int end = Chunk.at(document, i + 1, "._-").end();
				if (end > i + 1
						&& (isLong(document, i + 1, end) && (hasBar(document, i + 1, end) || isTold(document, i)))) {
					findings.add(i + 1, end, EntityType.OTHER_ID, 0.85);
					i = end - 1;
				}
			}
		}
		return findings.spans();
	}

	private static boolean isStart(Document document, int at) {
		boolean apart = !document.joined(at - 1) || document.symbolOf(at - 1, ":(\"'");
		TokenKind kind = document.kind(at + 1);
		return apart && (kind == TokenKind.WORD || kind == TokenKind.MIXED);
	}

	private static boolean isLong(Document document, int first, int end) {
		return document.end(end - 1) - document.start(first) >= SHORTEST;
	}

	private static boolean hasBar(Document document, int first, int end) {
		for (int i = first; i < end; i++) {
			if (document.symbol(i, '_')) {
				return true;
			}
		}
		return false;
	}

	private static boolean isTold(Document document, int at) {
		for (int i = at - 1; i >= at - LOOK_BACK; i--) {
			if (NETWORKS.contains(document.folded(i))) {
				return true;
			}
		}
		return false;
	}

}
