package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.References;
import io.hilum.routing.catalogue.yaml.YamlObject;
import io.hilum.routing.catalogue.yaml.YamlText;

/**
 * What providers ask for their models, from which day on, and where that was read. A
 * catalogue's own prices, such as those of a contract, count before it.
 *
 * @param version the version of the book, which stands in usage events
 * @param listings its prices
 */
record PriceBook(String version, List<Listing> listings) {

	/**
	 * No prices at all.
	 */
	static final PriceBook EMPTY = new PriceBook("none", List.of());

	private static final String BUILT_IN = "/hilum/routing/prices.yaml";

	private static final Set<String> KEYS = Set.of("provider", "model", "from", "source", "read", "price");

	PriceBook {
		listings = List.copyOf(listings);
	}

	static PriceBook builtIn() {
		try (InputStream content = PriceBook.class.getResourceAsStream(BUILT_IN)) {
			if (content == null) {
				throw new IllegalStateException(BUILT_IN + " is not on the class path");
			}
			return read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static PriceBook read(String text) {
		Findings findings = new Findings();
		YamlObject root = YamlText.parse(text, findings, new References((name) -> null));
		root.allowing(Set.of("version", "prices"));
		String version = "prices-" + root.text("version");
		List<Listing> listings = new ArrayList<>();
		for (YamlObject entry : root.objects("prices")) {
			listing(entry.allowing(KEYS), version, findings).ifPresent(listings::add);
		}
		findings.throwIfAny();
		return new PriceBook(version, listings);
	}

	private static Optional<Listing> listing(YamlObject entry, String version, Findings findings) {
		Optional<ProviderType> type = ProviderType.of(entry.text("provider"));
		YamlObject price = entry.object("price");
		String source = entry.text("source");
		if (type.isEmpty() || price == null || !"https".equals(URI.create(source).getScheme())) {
			findings.fault(entry.line(), "a listing needs a known provider, a price and an https source");
			return Optional.empty();
		}
		return Optional.of(new Listing(type.get(), entry.text("model"), entry.day("from"),
				PriceSection.read(price, version, findings), source, entry.day("read")));
	}

	/**
	 * The price of a model on a day.
	 * @param type the kind of provider
	 * @param model what the provider calls the model
	 * @param day the day
	 * @return the price, if the book has one for that day
	 */
	Optional<Price> price(ProviderType type, String model, LocalDate day) {
		return of(type, model).filter((listing) -> !listing.from().isAfter(day))
			.max(Comparator.comparing(Listing::from))
			.map(Listing::price);
	}

	/**
	 * When the next price of the book begins.
	 * @param day the day after which
	 * @return the day, if there is one
	 */
	Optional<LocalDate> nextChange(LocalDate day) {
		return this.listings.stream().map(Listing::from).filter((from) -> from.isAfter(day)).min(LocalDate::compareTo);
	}

	private Stream<Listing> of(ProviderType type, String model) {
		return this.listings.stream().filter((listing) -> listing.type() == type && listing.model().equals(model));
	}

	/**
	 * One price.
	 *
	 * @param type the kind of provider
	 * @param model what the provider calls the model
	 * @param from the first day on which it is asked
	 * @param price the price
	 * @param source where it was read
	 * @param read when it was read
	 */
	record Listing(ProviderType type, String model, LocalDate from, Price price, String source, LocalDate read) {

	}

}
