package io.hilum.routing.catalogue.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Set;

import io.hilum.routing.catalogue.Provision;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment says of throughput that is paid by the hour.
 */
final class ProvisionSection {

	private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000);

	private static final BigDecimal MOST_USD = BigDecimal.valueOf(1_000_000);

	private ProvisionSection() {
	}

	/**
	 * Read the section of a deployment. Its tokens cost nothing more, so it has no price
	 * of its own.
	 * @param deployment the deployment
	 * @param findings takes what is wrong
	 * @return what was bought, or {@code null} if there is no such section
	 */
	static @Nullable Provision read(YamlObject deployment, Findings findings) {
		YamlObject section = deployment.object("provisioned");
		if (section == null) {
			return null;
		}
		if (!deployment.flag("ptu") || deployment.object("price") != null) {
			findings.fault(section.line(), "'provisioned' stands beside 'ptu: true' and no price: its tokens are free");
		}
		section.allowing(Set.of("units", "unit-hour", "from", "until"));
		Integer units = section.whole("units", 1);
		BigDecimal price = section.number("unit-hour");
		LocalDate from = section.day("from");
		LocalDate until = (section.optional("until") != null) ? section.day("until") : null;
		if (units == null || price == null || price.signum() < 0 || price.compareTo(MOST_USD) > 0
				|| (until != null && !until.isAfter(from))) {
			findings.fault(section.line(),
					"'provisioned' needs 'units', 'unit-hour' in USD, 'from' and, if at all, 'until' after it");
			return null;
		}
		return new Provision(units, price.multiply(NANO).setScale(0, RoundingMode.CEILING).longValueExact(), from,
				until);
	}

}
