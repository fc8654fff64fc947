package io.hilum.routing.catalogue.file;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.hilum.routing.MovableClock;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueException;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.tokens.Cost;
import io.hilum.routing.tokens.TokenCounts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PriceBook} and for what a catalogue makes of it.
 */
class PriceBookTests {

	private static final PriceBook BUILT_IN = PriceBook.builtIn();

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	private static final String CATALOGUE = """
			providers:
			  - {id: anthropic, type: anthropic, api-key: k}
			  - {id: azure, type: azure-openai, endpoint: "https://x.example", api-key: k}
			  - {id: google, type: gemini, api-key: k}
			models:
			  - name: haiku
			    deployments: [{provider: anthropic, model: claude-haiku-5-5}]
			  - name: gpt-4o
			    deployments: [{provider: azure, model: our-own-name}]
			  - name: flash
			    deployments: [{provider: google, model: gemini-3.8-flash}]
			  - name: contract
			    price: {input: 1, output: 2}
			    deployments: [{provider: anthropic, model: claude-haiku-5-5}]
			roles:
			  Developer: {models: ["*"], phi: block}
			""";

	@Test
	void hasPricesOfAllSixKindsOfProvidersEachWithItsSource() {
		assertThat(BUILT_IN.listings().stream().map(PriceBook.Listing::type).collect(Collectors.toSet())).contains(
				ProviderType.OPENAI, ProviderType.AZURE_OPENAI, ProviderType.ANTHROPIC, ProviderType.GEMINI,
				ProviderType.VERTEX_AI, ProviderType.BEDROCK);
		assertThat(BUILT_IN.listings()).allSatisfy((listing) -> {
			assertThat(listing.source()).startsWith("https://");
			assertThat(listing.read()).isBeforeOrEqualTo(TODAY);
			assertThat(listing.price().input()).isPositive();
			assertThat(listing.price().cachedInput()).isLessThanOrEqualTo(listing.price().input());
			assertThat(listing.price().version()).isEqualTo("prices-2026-11-23.5");
		});
		assertThat(BUILT_IN.listings().stream().map((one) -> List.of(one.type(), one.model(), one.from())))
			.doesNotHaveDuplicates();
	}

	@Test
	void everyPriceHoldsFromItsDay() {
		assertThat(flash(LocalDate.of(2026, 9, 1))).isEmpty();
		assertThat(flash(LocalDate.of(2026, 12, 31)).orElseThrow().input()).isEqualTo(750_000_000);
		assertThat(flash(LocalDate.of(2027, 1, 1)).orElseThrow().input()).isEqualTo(1_500_000_000);
		assertThat(BUILT_IN.nextChange(TODAY)).contains(LocalDate.of(2027, 1, 1));
		assertThat(BUILT_IN.nextChange(LocalDate.of(2027, 1, 1))).isEmpty();
	}

	@Test
	void aTierHoldsForAllTokensOfALargeRequest() {
		Price haiku = BUILT_IN.price(ProviderType.ANTHROPIC, "claude-haiku-5-5", TODAY).orElseThrow();
		assertThat(Cost.of(new TokenCounts(60_000, 30_000, 10_000, 1000, 0, 0, 0), haiku))
			.as("100,000 tokens of input: 0.006 + 0.0003 + 0.00125 + 0.0005 USD")
			.isEqualTo(8_050_000);
		assertThat(Cost.of(new TokenCounts(60_001, 30_000, 10_000, 1000, 0, 0, 0), haiku))
			.as("one more: 0.0300005 + 0.0015 + 0.00625 + 0.0025 USD")
			.isEqualTo(40_250_500);
	}

	@Test
	void aTierOfServiceHasAPriceOfItsOwn() {
		Price gpt = BUILT_IN.price(ProviderType.OPENAI, "gpt-4o", TODAY).orElseThrow();
		TokenCounts tokens = TokenCounts.of(1000, 1000);
		assertThat(Cost.of(tokens, gpt)).isEqualTo(12_500_000);
		assertThat(Cost.of(tokens, gpt.servedAs("priority"))).isEqualTo(21_250_000);
		assertThat(Cost.of(tokens, gpt.servedAs("default"))).isEqualTo(12_500_000);
		assertThat(gpt.servedAs("priority").service()).isEqualTo("priority");
		assertThat(gpt.servedAs("priority").version()).isEqualTo(gpt.version());
		assertThat(gpt.isKnownFor("priority")).isTrue();
		Price haiku = BUILT_IN.price(ProviderType.ANTHROPIC, "claude-haiku-5-5", TODAY).orElseThrow();
		assertThat(haiku.isKnownFor("flex")).as("is never dearer").isTrue();
		assertThat(haiku.isKnownFor("fast")).isFalse();
	}

	@Test
	void tiersOfOtherProvidersAreListedAsTheirPagesSay() {
		TokenCounts tokens = TokenCounts.of(1000, 1000);
		Price oss = BUILT_IN.price(ProviderType.BEDROCK, "openai.gpt-oss-120b-1:0", TODAY).orElseThrow();
		assertThat(Cost.of(tokens, oss.servedAs("priority"))).as("0.2625 and 1.05 USD").isEqualTo(1_312_500);
		assertThat(Cost.of(tokens, oss.servedAs("flex"))).as("0.075 and 0.30 USD").isEqualTo(375_000);
		Price nova = BUILT_IN.price(ProviderType.BEDROCK, "amazon.nova-pro-v1:0", TODAY).orElseThrow();
		assertThat(nova.isKnownFor("priority")).as("no page says what it costs").isFalse();
		Price opus = BUILT_IN.price(ProviderType.ANTHROPIC, "claude-opus-5", TODAY).orElseThrow();
		assertThat(Cost.of(tokens, opus.servedAs("fast"))).as("10 and 50 USD").isEqualTo(60_000_000);
		assertThat(Cost.of(tokens, opus.servedAs("standard"))).isEqualTo(30_000_000);
		Price flash = flash(TODAY).orElseThrow();
		assertThat(Cost.of(tokens, flash.servedAs("flex"))).as("half of 0.75 and 3.75 USD").isEqualTo(2_250_000);
		assertThat(flash.servedAs("flex").cachedInput()).isEqualTo(flash.cachedInput());
		assertThat(flash.isKnownFor("priority")).as("its page names a range").isFalse();
	}

	@Test
	void aTierOfServiceMayCostSoManyTimesAsMuchInEachOfItsLengths() {
		Price price = PriceBook
			.read("""
					version: 1
					prices:
					  - provider: openai
					    model: m
					    from: 2026-01-01
					    source: https://example.com
					    read: 2026-01-01
					    price:
					      input: 0.000000003
					      output: 4
					      above: [{tokens: 100, input: 2, output: 8}]
					      service-tiers: {priority: {times: 1.75, unasked: true, source: https://example.com, read: 2026-01-01}}
					""")
			.price(ProviderType.OPENAI, "m", TODAY)
			.orElseThrow();
		Price priority = price.servedAs("priority");
		assertThat(priority.input()).as("5.25 nano-dollars, rounded up").isEqualTo(6);
		assertThat(priority.output()).isEqualTo(7_000_000_000L);
		assertThat(priority.at(101).input()).isEqualTo(3_500_000_000L);
		assertThat(price.upTo(101, null)).as("nobody has to ask for it").hasSize(4).contains(priority.at(101));
		assertThat(price.upTo(100, "auto")).hasSize(2);
		assertThat(price.upTo(100, "default")).containsExactly(price);
	}

	@Test
	void aTierOfServiceInAListNeedsItsSource() {
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> PriceBook.read("""
				version: 1
				prices:
				  - {provider: openai, model: m, from: 2026-01-01, source: "https://x", read: 2026-01-01,
				     price: {input: 1, service-tiers: {priority: {times: 2}}}}
				""")).withMessageContaining("source");
	}

	@Test
	void aCatalogueTakesWhatItNamesNoPriceFor() {
		var models = read(TODAY).models();
		assertThat(price(models.get("haiku")).tiers()).hasSize(1);
		assertThat(price(models.get("gpt-4o")).output()).as("by our name, since Azure's is anybody's")
			.isEqualTo(10_000_000_000L);
		assertThat(price(models.get("contract")).input()).as("its own price counts").isEqualTo(1_000_000_000);
		assertThat(price(models.get("contract")).version()).isNull();
	}

	@Test
	void pricesThatWereAnnouncedComeIntoForceOnTheirDay() {
		MovableClock clock = new MovableClock(Instant.parse("2026-12-31T23:59:00Z"));
		LiveCatalogues live = new LiveCatalogues(CATALOGUE.getBytes(StandardCharsets.UTF_8),
				new CatalogueReader((name) -> null, ServedTypes.all(), clock, BUILT_IN), clock,
				new SimpleMeterRegistry());
		live.price();
		assertThat(price(live.current().models().get("flash")).input()).isEqualTo(750_000_000);
		clock.advance(90);
		live.price();
		assertThat(price(live.current().models().get("flash")).input()).isEqualTo(1_500_000_000);
	}

	@Test
	void aModelWithoutAnyPriceIsRefused() {
		assertThatExceptionOfType(CatalogueException.class)
			.isThrownBy(() -> new CatalogueReader((name) -> null, ServedTypes.all(),
					InstantSource.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC)), BUILT_IN)
				.read(CATALOGUE.replace("claude-haiku-5-5", "claude-unheard-of").getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("a deployment needs a price");
	}

	@Test
	void aListingNeedsItsSource() {
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> PriceBook.read("""
				version: 1
				prices:
				  - {provider: openai, model: m, from: 2026-01-01, source: hearsay, read: 2026-01-01, price: {input: 1}}
				""")).withMessageContaining("https source");
	}

	private static Optional<Price> flash(LocalDate day) {
		return BUILT_IN.price(ProviderType.GEMINI, "gemini-3.8-flash", day);
	}

	private static Catalogue read(LocalDate day) {
		return new CatalogueReader((name) -> null, ServedTypes.all(),
				InstantSource.fixed(day.atStartOfDay().toInstant(ZoneOffset.UTC)), BUILT_IN)
			.read(CATALOGUE.getBytes(StandardCharsets.UTF_8))
			.catalogue();
	}

	private static Price price(@Nullable Model model) {
		return Objects.requireNonNull(model).deployments().getFirst().price();
	}

}
