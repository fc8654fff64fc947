package io.hilum.routing.catalogue.file;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * A {@code price}: USD per million tokens, read exactly.
 */
final class PriceSection {

	private static final Set<String> KINDS = Set.of("input", "cached-input", "cache-write", "output", "reasoning",
			"audio-input", "audio-output");

	private static final Pattern NAME = Pattern.compile("[a-z_]{1,32}");

	private static final int NANO_DIGITS = 9;

	private final Findings findings;

	private final @Nullable String version;

	private PriceSection(Findings findings, @Nullable String version) {
		this.findings = findings;
		this.version = version;
	}

	static Price read(YamlObject price, Findings findings) {
		return read(price, null, findings);
	}

	/**
	 * Read a price of a list.
	 * @param price the section
	 * @param version the version of the list, {@code null} for the catalogue
	 * @param findings where mistakes are noted
	 * @return the price
	 */
	static Price read(YamlObject price, @Nullable String version, Findings findings) {
		return new PriceSection(findings, version).tiered(price);
	}

	private Price tiered(YamlObject section) {
		section.allowing(KINDS, Set.of("above", "service-tiers"));
		Price usual = price(section, tiers(section));
		YamlObject services = section.object("service-tiers");
		return (services != null) ? usual.with(services(services, usual)) : usual;
	}

	private Map<String, Price.Service> services(YamlObject section, Price usual) {
		Map<String, Price.Service> services = new TreeMap<>();
		for (String name : section.keys()) {
			YamlObject one = section.object(name);
			if (!NAME.matcher(name).matches()) {
				this.findings.fault(section.keyLine(name), "the name of a service tier has small letters and _ alone");
			}
			else if (one != null) {
				one.allowing(KINDS, Set.of("above", "times", "unasked", "source", "read"));
				requireSource(one);
				services.put(name, new Price.Service(service(name, one, usual), one.flag("unasked")));
			}
		}
		return services;
	}

	/**
	 * Of a list, each price says where it was read.
	 */
	private void requireSource(YamlObject service) {
		if (this.version != null) {
			if (!service.text("source").startsWith("https://")) {
				this.findings.fault(service.line(), "a service tier needs an https source");
			}
			service.day("read");
		}
	}

	private Price service(String name, YamlObject section, Price usual) {
		BigDecimal times = section.number("times");
		if (times == null) {
			return price(section, tiers(section)).times(BigDecimal.ONE, name);
		}
		try {
			return usual.times(times, name);
		}
		catch (ArithmeticException | IllegalArgumentException ex) {
			this.findings.fault(section.line("times"),
					"a price must be from 0 to 5000 USD per million tokens, with nine decimals at most");
			return Price.FREE;
		}
	}

	private List<Price.Tier> tiers(YamlObject section) {
		List<Price.Tier> tiers = section.objects("above")
			.stream()
			.map(this::tier)
			.sorted(Comparator.comparingLong(Price.Tier::aboveInputTokens))
			.toList();
		if (!tiers.stream().map(Price.Tier::aboveInputTokens).allMatch(new HashSet<>()::add)) {
			this.findings.fault(section.line("above"), "two tiers begin at the same number of tokens");
		}
		return tiers;
	}

	private Price.Tier tier(YamlObject section) {
		section.allowing(KINDS, Set.of("tokens"));
		Integer tokens = section.whole("tokens", 1);
		if (tokens == null) {
			this.findings.fault(section.line(), "a tier needs 'tokens', the most input that is cheaper");
		}
		return new Price.Tier((tokens != null) ? tokens : 1, price(section, List.of()));
	}

	private Price price(YamlObject section, List<Price.Tier> tiers) {
		if (section.number("input") == null) {
			this.findings.fault(section.line(), "a price needs 'input'");
		}
		try {
			long input = nano(section.number("input"), 0);
			long output = nano(section.number("output"), 0);
			return new Price(input, nano(section.number("cached-input"), input),
					nano(section.number("cache-write"), input), output, nano(section.number("reasoning"), output),
					nano(section.number("audio-input"), input), nano(section.number("audio-output"), output), tiers,
					this.version);
		}
		catch (ArithmeticException | IllegalArgumentException ex) {
			this.findings.fault(section.line(),
					"a price must be from 0 to 5000 USD per million tokens, with nine decimals at most");
			return Price.FREE;
		}
	}

	private static long nano(@Nullable BigDecimal dollars, long absent) {
		return (dollars != null) ? dollars.movePointRight(NANO_DIGITS).longValueExact() : absent;
	}

}
