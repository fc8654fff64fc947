package io.hilum.phi.scrub;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.checksum.ChecksumDetector;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.NamePropagation;
import io.hilum.phi.detect.known.Identity;
import io.hilum.phi.detect.known.KnownIdentifiers;
import io.hilum.phi.detect.own.OwnLists;
import io.hilum.phi.detect.pattern.PatternDetectors;
import io.hilum.phi.detect.tagger.Model;
import io.hilum.phi.detect.tagger.TaggerDetector;
import io.hilum.phi.resolve.SpanResolver;

/**
 * Finds the identifiers in the texts of one request: every detector over every text, then
 * the names found in one text in all of them. Thread-safe.
 */
public final class Examiner {

	private static final String BUILT_IN = "builtin-1";

	private final List<Detector> detectors;

	private final NamePropagation propagation;

	private final Supplier<OwnLists> lists;

	Examiner(List<Detector> detectors, NamePropagation propagation, Supplier<OwnLists> lists) {
		this.detectors = List.copyOf(detectors);
		this.propagation = propagation;
		this.lists = lists;
	}

	/**
	 * The examiner with all detectors of this service.
	 * @param clock what says which year of birth gives away an age of 90
	 * @return the examiner
	 */
	public static Examiner withAllDetectors(Clock clock) {
		return withAllDetectors(clock, () -> OwnLists.NONE);
	}

	/**
	 * The examiner with all detectors of this service and a hospital's own lists.
	 * @param clock what says which year of birth gives away an age of 90
	 * @param lists the lists of this moment
	 * @return the examiner
	 */
	public static Examiner withAllDetectors(Clock clock, Supplier<OwnLists> lists) {
		return withAllDetectors(clock, lists, List.of());
	}

	/**
	 * The examiner with all detectors of this service, a hospital's own lists, and what
	 * else it has that finds identifiers.
	 * @param clock what says which year of birth gives away an age of 90
	 * @param lists the lists of this moment
	 * @param further detectors that are no part of this service
	 * @return the examiner
	 */
	public static Examiner withAllDetectors(Clock clock, Supplier<OwnLists> lists, List<Detector> further) {
		Gazetteer gazetteer = Gazetteer.load();
		List<Detector> detectors = new ArrayList<>(PatternDetectors.all(clock));
		detectors.add(new ChecksumDetector());
		detectors.add(new TaggerDetector(gazetteer, Model.load()));
		detectors.addAll(further);
		return new Examiner(detectors, new NamePropagation(gazetteer), lists);
	}

	/**
	 * Find the identifiers of texts that stand each by itself.
	 * @param texts the texts of one request
	 * @return for each text its spans in order, none overlapping another
	 */
	public List<List<Span>> examine(List<String> texts) {
		return examine(Texts.of(texts));
	}

	/**
	 * Find the identifiers, hidden ones and those that are split over texts included.
	 * @param texts the texts of one request
	 * @return for each text its spans in order, none overlapping another
	 */
	public List<List<Span>> examine(Texts texts) {
		OwnLists own = this.lists.get();
		List<View> views = View.of(texts);
		List<Document> documents = new ArrayList<>(views.size());
		List<List<Span>> found = new ArrayList<>(views.size());
		for (View view : views) {
			goOnUnlessCancelled();
			documents.add(view.document());
			found.add(SpanResolver.resolve(view.document().text(), detect(view.document(), own)));
		}
		KnownIdentifiers known = new KnownIdentifiers(texts.identities(), documents, found);
		introduce(texts.identities(), documents, found);
		List<List<Span>> further = this.propagation.propagate(documents, found);
		List<List<Span>> places = new ArrayList<>();
		texts.all().forEach((text) -> places.add(new ArrayList<>()));
		for (int i = 0; i < views.size(); i++) {
			views.get(i).place(found.get(i), places);
			views.get(i).place(own.withoutHarmless(documents.get(i), further.get(i)), places);
			views.get(i).place(known.search(documents.get(i)), places);
		}
		List<List<Span>> resolved = new ArrayList<>(places.size());
		for (int i = 0; i < places.size(); i++) {
			resolved.add(SpanResolver.resolve(texts.all().get(i), places.get(i)));
		}
		return resolved;
	}

	/** A name that came with the request is one that was found beside its texts. */
	private static void introduce(List<Identity> identities, List<Document> documents, List<List<Span>> found) {
		for (Identity identity : identities) {
			if (identity.type() == EntityType.NAME && !identity.value().isEmpty()) {
				documents.add(new Document(identity.value()));
				found.add(List.of(new Span(0, identity.value().length(), EntityType.NAME, 1, "identity")));
			}
		}
	}

	/**
	 * What tells what is found now from what was found with other lists.
	 * @return the version
	 */
	String version() {
		StringBuilder version = new StringBuilder(BUILT_IN);
		this.detectors.stream()
			.map(Detector::version)
			.filter((further) -> !further.isEmpty())
			.forEach((further) -> version.append('+').append(further));
		String own = this.lists.get().version();
		return (own.isEmpty() ? version : version.append('+').append(own)).toString();
	}

	/** Nobody waits for the answer to a request that was cancelled or timed out. */
	private static void goOnUnlessCancelled() {
		if (Thread.currentThread().isInterrupted()) {
			throw new CancellationException("the request was cancelled");
		}
	}

	private List<Span> detect(Document document, OwnLists own) {
		List<Span> spans = new ArrayList<>();
		for (Detector detector : this.detectors) {
			goOnUnlessCancelled();
			spans.addAll(detector.detect(document));
		}
		List<Span> counting = new ArrayList<>(own.withoutHarmless(document, spans));
		counting.addAll(own.search(document));
		return counting;
	}

}
