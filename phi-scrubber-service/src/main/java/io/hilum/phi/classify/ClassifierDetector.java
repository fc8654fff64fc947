package io.hilum.phi.classify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.hilum.phi.detect.DetectionFailedException;
import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds what a token classifier finds, in whole words. The score of a finding is its
 * probability, but it is never surer than a label before a name or a check digit. A text
 * that takes too long, or fails, is refused and never passed by.
 */
public final class ClassifierDetector implements Detector {

	/** As sure as the tagger at most. */
	private static final double MOST = 0.89;

	private final TokenClassifier classifier;

	private final ClassifierBounds bounds;

	private final Clock clock;

	/**
	 * Create a detector.
	 * @param classifier the network
	 * @param bounds its bounds
	 * @param clock what tells how long a text takes
	 */
	public ClassifierDetector(TokenClassifier classifier, ClassifierBounds bounds, Clock clock) {
		this.classifier = classifier;
		this.bounds = bounds;
		this.clock = clock;
	}

	@Override
	public String version() {
		return this.classifier.version();
	}

	@Override
	public List<Span> detect(Document document) {
		Instant deadline = this.clock.instant().plus(this.bounds.timeout());
		Opinion[] opinions = new Sweep(document, this.classifier, this.bounds.overlap()).run(() -> goOn(deadline));
		Findings findings = new Findings(document, "classifier");
		Sieve sieve = new Sieve(document);
		int at = 0;
		while (at < opinions.length) {
			at = span(document, opinions, at, sieve, findings);
		}
		return findings.spans();
	}

	private void goOn(Instant deadline) {
		if (Thread.currentThread().isInterrupted()) {
			throw new CancellationException("the request was cancelled");
		}
		if (this.clock.instant().isAfter(deadline)) {
			throw new DetectionFailedException("the classifier did not get through a text in time");
		}
	}

	/** Marks what starts at a token; gives the token to go on from. */
	private int span(Document document, Opinion[] opinions, int first, Sieve sieve, Findings findings) {
		if (document.kind(first) == TokenKind.SYMBOL || opinions[first].probability() < this.bounds.threshold()) {
			return first + 1;
		}
		EntityType type = opinions[first].type();
		float least = opinions[first].probability();
		int last = first + 1;
		int end = first + 1;
		while (end < opinions.length
				&& (goesOn(document, opinions, end, type) || isWithin(document, opinions, end, type))) {
			if (document.kind(end) != TokenKind.SYMBOL) {
				least = Math.min(least, opinions[end].probability());
				last = end + 1;
			}
			end++;
		}
		if (sieve.keeps(first, last, type)) {
			findings.add(first, last, type, Math.min(MOST, least));
		}
		return last;
	}

	private boolean goesOn(Document document, Opinion[] opinions, int token, EntityType type) {
		Opinion opinion = opinions[token];
		return opinion.type() == type && opinion.probability() >= this.bounds.threshold() && !opinion.begins()
				&& !document.startsLine(token);
	}

	/** A symbol in the middle of something without blanks, such as the dash of a date. */
	private boolean isWithin(Document document, Opinion[] opinions, int token, EntityType type) {
		return document.kind(token) == TokenKind.SYMBOL && document.joined(token - 1) && document.joined(token)
				&& goesOn(document, opinions, token + 1, type);
	}

}
